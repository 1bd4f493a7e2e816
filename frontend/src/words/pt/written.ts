import { closeSigns, type Written } from '../written';

/** How Portuguese, as Portugal writes it, is written. */
export const written: Written = {
  quotes: ['«', '»'],
  wrong: closeSigns,
};
