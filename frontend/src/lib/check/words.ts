import { line } from '../en/line';
import { isolating } from '../isolate';
import { words } from '../strings';

export type LineWords = typeof line;

/** The check's words in each language of the page. They are loaded with the check: a first visit does without. */
const languages: Record<string, LineWords> = { en: line };

export const lineWords: LineWords = isolating(languages[words.lang] ?? line, words.dir === 'rtl');
