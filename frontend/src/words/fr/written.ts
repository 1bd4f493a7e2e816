import type { Written } from '../written';

/** How French is written. */
export const written: Written = {
  quotes: /«\u202f[^«»]+\u202f»/,
  wrong: {
    'a wide space, or none, before ; ! ?': /(?<!\u202f)[;!?]/,
    'no fixed space before a colon': /(?<![\u00a0\d/ps])(?<!https?):/,
    'foreign quotation marks': /[„“”]/,
  },
};
