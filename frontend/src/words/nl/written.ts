import { closeSigns, type Written } from '../written';

/** How Dutch is written. */
export const written: Written = {
  quotes: ['‘', '’'],
  wrong: closeSigns,
};
