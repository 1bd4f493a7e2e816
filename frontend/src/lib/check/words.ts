import { line } from '../../words/en/line/line';
import { laterWords } from '../strings';

/** The words of the line check. They are loaded with it. */
export const lineWords = await laterWords(line, import.meta.glob('../../words/*/line/index.ts'));
