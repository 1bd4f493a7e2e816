import type { language as en } from '../../en/everywhere/language';

export const language: typeof en = {
  lang: 'pt-PT',
  dir: 'ltr',

  name: 'O círculo Balint',

  joined: {
    titleAndText: (title, text) => `${title}. ${text}`,
    nameAndRole: (name, role) => `${name}, ${role}`,
    quoted: (text) => `«${text}»`,
    sentences: (one, two) => `${one} ${two}`,
    asSentence: (title) => `${title}.`,
    labelled: (label, what) => `${label}: ${what}`,
    remarks: (one, two) => `${one}, ${two}`,
  },
};
