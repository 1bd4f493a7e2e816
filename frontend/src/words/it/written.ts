import { closeSigns, type Written } from '../written';

/** How Italian is written. */
export const written: Written = {
  quotes: ['«', '»'],
  wrong: closeSigns,
};
