import { closeSigns, type Written } from '../written';

/** How Spanish is written. */
export const written: Written = {
  quotes: ['«', '»'],
  wrong: {
    ...closeSigns,
    'a question that is not opened': { finds: /(?:^|\?)[^¿?]*\?/, in: ['Ada?', '¿Ada? Bo?'] },
    'a question that is not closed': { finds: /¿[^?]*(?:¿|$)/, in: ['¿Ada.', '¿Ada, ¿Bo?'] },
    'an exclamation that is not opened': { finds: /(?:^|!)[^¡!]*!/, in: ['Ada!', '¡Ada! Bo!'] },
    'an exclamation that is not closed': { finds: /¡[^!]*(?:¡|$)/, in: ['¡Ada.'] },
  },
};
