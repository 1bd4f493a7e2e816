import { output } from '../words/en/output/output';
import { laterWords } from './strings';

/** The words of the choice of an output. They are loaded with it. */
export const outputWords = await laterWords(output, import.meta.glob('../words/*/output/index.ts'));
