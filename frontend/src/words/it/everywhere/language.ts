import type { language as en } from '../../en/everywhere/language';

/** The language itself, and how it puts together what belongs together. */
export const language: typeof en = {
  lang: 'it',
  dir: 'ltr',

  name: 'Il cerchio Balint',

  joined: {
    titleAndText: (title: string, text: string) => `${title}. ${text}`,
    nameAndRole: (name: string, role: string) => `${name}, ${role}`,
    quoted: (text: string) => `«${text}»`,
    sentences: (one: string, two: string) => `${one} ${two}`,
    asSentence: (title: string) => `${title}.`,
    labelled: (label: string, what: string) => `${label}: ${what}`,
    remarks: (one: string, two: string) => `${one}, ${two}`,
  },
};
