import type { Written } from '../written';

/** How Polish is written. */
export const written: Written = {
  quotes: /„[^„”]+”/,
  wrong: {
    'foreign quotation marks': /[“«»]/,
  },
};
