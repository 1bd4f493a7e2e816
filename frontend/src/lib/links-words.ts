import { links } from '../words/en/front/links';
import { laterWords } from './strings';
import { en } from './strings.en';

export const linksEn = { ...en, ...links };
export type LinksWords = typeof linksEn;

/** The words of the page where links are handed out. They are loaded with it. */
export const words = await laterWords(links, import.meta.glob('../words/*/front/index.ts'));
