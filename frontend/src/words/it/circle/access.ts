import type { access as en } from '../../en/circle/access';
import { count, either } from '../count';

/** These people, one or many, do something. */
const are = (names: string, n: number, one: string, other: string): string =>
  `${names} ${either(n, one, other)}.`;

/** For whoever uses the page by keys, by ear, or with another page before it. */
export const access: typeof en = {
  titles: {
    letIn: 'Puoi entrare',
    atDoor: (n: number) => `${n} alla porta`,
  },

  people: {
    came: (names: string, n: number) => are(names, n, 'entra', 'entrano'),
    left: (names: string, n: number) => are(names, n, 'lascia il cerchio', 'lasciano il cerchio'),
    speaking: (names: string, n: number) => are(names, n, 'sta parlando', 'stanno parlando'),
    youSpeak: 'Stai parlando.',
    nobodySpeaks: 'Nessuno sta parlando.',
  },

  time: {
    minutesLeft: (n: number) => `${either(n, 'Resta', 'Restano')} ${count(n, 'minuto', 'minuti')}.`,
    muchLeft: 'Resta più di metà del tempo di questa fase.',
    littleLeft: 'Resta meno di metà del tempo di questa fase.',
    up: 'Il tempo di questa fase è passato. Non c’è fretta.',
    paused: 'L’orologio è fermo.',
    runs: 'L’orologio è avviato.',
  },

  keys: {
    title: 'Tasti e annunci',
    open: 'Tasti',
    explain:
      'In questa pagina questi tasti fanno qualcosa da soli. Nei campi di testo scrivono soltanto.',
    on: 'Usa questi tasti',
    what: {
      speak: 'Tieni premuto per parlare; un tocco chiude il microfono',
      who_speaks: 'Di’ chi sta parlando',
      where: 'Di’ la fase e il tempo',
      list: 'Mostra questo elenco',
    },
    space: 'Spazio',
    change: (what: string, key: string) => `${key}. Scegli un altro tasto per: ${what}`,
    press: 'Premi un tasto',
    taken: 'Quel tasto non è libero. Premine un altro, oppure Esc.',
    usual: 'Ripristina i tasti iniziali',
    announcements: 'Che cosa dice da solo il lettore di schermo',
    howMuch: {
      all: 'Tutto: anche chi arriva e chi se ne va',
      mine: 'Le fasi, e ciò che riguarda me',
      nothing: 'Nulla, tranne ciò che non può aspettare',
    },
    quiet: 'Mentre il gruppo lavora, arrivi e uscite aspettano la fine della fase.',
  },
};
