import { chooseLanguage, ownLanguages, wantedLanguages } from '../language';
import { spokenOf, words } from '../strings';

/**
 * Loads the page anew in the group's language, for whoever has chosen none and whose browser names none that it speaks: once,
 * for the words of that language may not come.
 */
export function speaksAsGroup(language: string): void {
  const known = [words.lang, ...wantedLanguages()].includes(language);
  if (known || spokenOf(ownLanguages()) || !spokenOf([language])) return;
  if (chooseLanguage(language, true)) location.reload();
}
