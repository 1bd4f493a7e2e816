/** The language itself, and how it puts together what belongs together. */
export const language = {
  /** Its tag (BCP 47), and which way it is written. */
  lang: 'en' as string,
  dir: 'ltr' as 'ltr' | 'rtl',

  name: 'The Balint circle',

  /** With its own points, commas and quotation marks. */
  joined: {
    titleAndText: (title: string, text: string) => `${title}. ${text}`,
    nameAndRole: (name: string, role: string) => `${name}, ${role}`,
    quoted: (text: string) => `“${text}”`,
    sentences: (one: string, two: string) => `${one} ${two}`,
    asSentence: (title: string) => `${title}.`,
    labelled: (label: string, what: string) => `${label}: ${what}`,
    remarks: (one: string, two: string) => `${one}, ${two}`,
  },
};
