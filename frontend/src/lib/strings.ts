import { isolating } from './isolate';
import { en } from './strings.en';

/** Every word of the page. Another language is one more object of this type; a word it lacks does not compile. */
export type Words = typeof en;

const languages: Record<string, Words> = { en };

/** The words in the first of these languages that there is; English otherwise. */
export function wordsFor(wanted: readonly string[]): Words {
  return wanted.map((tag) => languages[tag.split('-')[0]!]).find(Boolean) ?? en;
}

export const words = isolating(wordsFor(navigator.languages));
