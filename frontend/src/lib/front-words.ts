import { front } from '../words/en/front/front';
import { lostLink } from '../words/en/front/lost-link';
import { opening } from '../words/en/front/opening';
import { laterWords } from './strings';

export const frontEn = { ...front, ...lostLink, ...opening };

/** The words of the page as they are at its front. They are loaded with it. */
export const words = await laterWords(frontEn, import.meta.glob('../words/*/front/index.ts'));
