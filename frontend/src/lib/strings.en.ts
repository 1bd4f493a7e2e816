import { anywhere } from './en/anywhere';
import { leaving } from './en/leaving';
import { lobby } from './en/lobby';
import { microphone } from './en/microphone';
import { output } from './en/output';

/** What is read in every part of the page, and what the lobby of a circle says. */
export const en = {
  /** The language's tag (BCP 47), and which way it is written. */
  lang: 'en' as string,
  dir: 'ltr' as 'ltr' | 'rtl',

  name: 'The Balint circle',

  /** How the language puts together what belongs together, with its own points, commas and quotation marks. */
  joined: {
    titleAndText: (title: string, text: string) => `${title}. ${text}`,
    nameAndRole: (name: string, role: string) => `${name}, ${role}`,
    quoted: (text: string) => `“${text}”`,
    sentences: (one: string, two: string) => `${one} ${two}`,
    asSentence: (title: string) => `${title}.`,
    labelled: (label: string, what: string) => `${label}: ${what}`,
    remarks: (one: string, two: string) => `${one}, ${two}`,
  },
  ...anywhere,
  ...lobby,
  ...microphone,
  ...output,
  ...leaving,
};
