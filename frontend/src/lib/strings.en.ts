import { access } from './en/access';
import { circle } from './en/circle';
import { front } from './en/front';
import { hearing } from './en/hearing';
import { leading } from './en/leading';
import { leaving } from './en/leaving';
import { links } from './en/links';
import { lobby } from './en/lobby';
import { meeting } from './en/meeting';
import { microphone } from './en/microphone';
import { prompts } from './en/prompts';
import { sound } from './en/sound';

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
  },
  ...meeting,
  ...circle,
  ...sound,
  ...hearing,
  ...microphone,
  ...lobby,
  ...leading,
  ...prompts,
  ...leaving,
  ...front,
  ...access,
  ...links,
};
