import { circleEn } from './circle-words.en';
import { laterWords } from './strings';

export type CircleWords = typeof circleEn;

/** The words of the page as they are in the circle. They are loaded with it. */
export const words = await laterWords(circleEn);
