import { front } from './en/front';
import { lostLink } from './en/lost-link';
import { phases } from './en/phases';
import { laterWords } from './strings';
import { en } from './strings.en';

export const frontEn = { ...en, ...front, ...lostLink, ...phases };

/** The words of the page as they are at its front. They are loaded with it. */
export const words = await laterWords(frontEn);
