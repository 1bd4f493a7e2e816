import { inCircleEn } from './circle-words.en';
import { laterWords } from './strings';

export type { CircleWords } from './circle-words.en';

/** The words of the page as they are in the circle. They are loaded with it. */
export const words = await laterWords(inCircleEn, import.meta.glob('../words/*/circle/index.ts'));
