import { sealed } from '../words/en/sealed/sealed';
import { laterWords } from './strings';

/** The words of the page where it tells of sealed voices. They are loaded with what shows them. */
export const words = await laterWords(sealed, import.meta.glob('../words/*/sealed/index.ts'));
