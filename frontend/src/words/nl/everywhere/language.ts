import type { language as en } from '../../en/everywhere/language';

export const language: typeof en = {
  lang: 'nl',
  dir: 'ltr',

  name: 'De Balintkring',

  joined: {
    titleAndText: (title, text) => `${title}. ${text}`,
    nameAndRole: (name, role) => `${name}, ${role}`,
    quoted: (text) => `‘${text}’`,
    sentences: (one, two) => `${one} ${two}`,
    asSentence: (title) => `${title}.`,
    labelled: (label, what) => `${label}: ${what}`,
    remarks: (one, two) => `${one}, ${two}`,
  },
};
