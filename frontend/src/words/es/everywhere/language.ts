import type { language as en } from '../../en/everywhere/language';

/** The language itself, and how it puts together what belongs together. */
export const language: typeof en = {
  lang: 'es',
  dir: 'ltr',

  name: 'El círculo Balint',

  joined: {
    titleAndText: (title: string, text: string) => `${title}. ${text}`,
    /** Roles are verbs here; after a comma they would sound like orders. */
    nameAndRole: (name: string, role: string) => `${name} (${role})`,
    quoted: (text: string) => `«${text}»`,
    sentences: (one: string, two: string) => `${one} ${two}`,
    asSentence: (title: string) => `${title}.`,
    labelled: (label: string, what: string) => `${label}: ${what}`,
    remarks: (one: string, two: string) => `${one}, ${two}`,
  },
};
