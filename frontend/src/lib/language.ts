import { inBrowser } from './storage';

const KEPT = 'language';

/** The languages that this person would like to read (BCP 47), the best one first: by hand, or as the browser says. */
export function wantedLanguages(): string[] {
  const chosen = inBrowser.get(KEPT);
  return chosen === null ? [...navigator.languages] : [chosen, ...navigator.languages];
}

/** From the next page on this language is read. Whether this browser has kept that. */
export function chooseLanguage(tag: string): boolean {
  return inBrowser.set(KEPT, tag);
}
