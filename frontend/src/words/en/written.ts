import { closeSigns, type Written } from '../written';

/** How English is written. */
export const written: Written = {
  quotes: ['“', '”'],
  wrong: closeSigns,
};
