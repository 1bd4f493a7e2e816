import { after } from '../words/en/leading/after';
import { now } from '../words/en/leading/now';
import { prompts } from '../words/en/leading/prompts';
import { together } from '../words/en/leading/together';
import { words as inCircle } from './circle-words';
import { laterWords } from './strings';

const own = { ...now, ...together, ...after, ...prompts };

/** The words of the page as facilitators have it in the circle. They are loaded with what only facilitators have. */
export const words = {
  ...inCircle,
  ...(await laterWords(own, import.meta.glob('../words/*/leading/index.ts'))),
};
