import { closeSigns, type Written } from '../written';

/** How Polish is written. */
export const written: Written = {
  quotes: ['„', '”'],
  wrong: closeSigns,
};
