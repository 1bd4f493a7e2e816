import { line } from '../en/line';
import { laterWords } from '../strings';

/** The words of the line check. They are loaded with it. */
export const lineWords = await laterWords(line);
