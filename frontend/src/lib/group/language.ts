import { chooseLanguage, ownLanguages } from '../language';
import { spokenOf, words } from '../strings';

/** Loads the page anew in the group's language, for whoever has chosen none and whose browser names none that it speaks. */
export function speaksAsGroup(language: string): void {
  if (!language || language === words.lang || spokenOf(ownLanguages()) || !spokenOf([language]))
    return;
  if (chooseLanguage(language, true)) location.reload();
}
