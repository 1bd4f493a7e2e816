import { closeSigns, type Written } from '../written';

/** How German is written. */
export const written: Written = {
  quotes: ['„', '“'],
  wrong: closeSigns,
};
