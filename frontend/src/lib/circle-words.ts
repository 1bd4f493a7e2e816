import { inCircleEn } from './circle-words.en';
import { laterWords } from './strings';

export type { CircleWords } from './circle-words.en';

export const circleAreas = import.meta.glob('../words/*/circle/index.ts');

/** The words of the page as they are in the circle. They are loaded with it. */
export const words = await laterWords(inCircleEn, circleAreas);
