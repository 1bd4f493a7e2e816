import { inBrowser } from './storage';

const KEPT = 'language';
const GROUPS = 'language of the group';

const kept = (key: string): string[] => [inBrowser.get(key)].filter((tag) => tag !== null);

/** The languages of this person (BCP 47), the best one first: by hand, or as the browser says. */
export const ownLanguages = (): string[] => [...kept(KEPT), ...navigator.languages];

/** Those in which they would like to read the page: their own, and where it speaks none of them, that of their group. */
export const wantedLanguages = (): string[] => [...ownLanguages(), ...kept(GROUPS)];

/** From the next page on this language is read. Whether this browser has kept that. */
export function chooseLanguage(tag: string, groups = false): boolean {
  return inBrowser.set(groups ? GROUPS : KEPT, tag);
}
