import { sealed } from './en/sealed';
import { laterWords } from './strings';
import { en } from './strings.en';

/** The words of the page where it tells of sealed voices. They are loaded with what shows them. */
export const words = await laterWords({ ...en, ...sealed });
