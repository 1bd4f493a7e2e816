import { after } from '../words/en/leading/after';
import { now } from '../words/en/leading/now';
import { prompts } from '../words/en/leading/prompts';
import { together } from '../words/en/leading/together';
import { tools } from '../words/en/leading/tools';
import { circleAreas } from './circle-words';
import { inCircleEn } from './circle-words.en';
import { laterWords } from './strings';

const own = { ...now, ...together, ...after, ...prompts, ...tools };

/**
 * The words of the page as facilitators have it in the circle. They are loaded with what only facilitators have, and are in one
 * language with those of the circle among them.
 */
export const words = await laterWords(
  { ...inCircleEn, ...own },
  { ...circleAreas, ...import.meta.glob('../words/*/leading/index.ts') },
);
