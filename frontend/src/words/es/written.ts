import type { Written } from '../written';

/** How Spanish is written. */
export const written: Written = {
  quotes: /«[^«»]+»/,
  wrong: {
    'a question that is not opened': /^[^¿]*\?/,
    'an exclamation that is not opened': /^[^¡]*!/,
    'foreign quotation marks': /[„“”]/,
  },
};
