import type { Written } from '../written';

/** How German is written. */
export const written: Written = {
  quotes: /„[^„“”]+“/,
  wrong: {
    'foreign quotation marks': /[«»”]/,
  },
};
