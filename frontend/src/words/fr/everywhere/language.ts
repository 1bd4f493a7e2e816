import type { language as en } from '../../en/everywhere/language';

export const language: typeof en = {
  lang: 'fr',
  dir: 'ltr',

  name: 'Le cercle Balint',

  joined: {
    titleAndText: (title, text) => `${title}. ${text}`,
    nameAndRole: (name, role) => `${name}, ${role}`,
    quoted: (text) => `«\u202f${text}\u202f»`,
    sentences: (one, two) => `${one} ${two}`,
    asSentence: (title) => `${title}.`,
    labelled: (label, what) => `${label}\u00a0: ${what}`,
    remarks: (one, two) => `${one}, ${two}`,
  },
};
