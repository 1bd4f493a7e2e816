import type { Written } from '../written';

/** How Italian is written. */
export const written: Written = {
  quotes: /«[^«»]+»/,
  wrong: {
    'foreign quotation marks': /[„“”]/,
  },
};
