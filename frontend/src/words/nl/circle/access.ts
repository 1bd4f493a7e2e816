import type { access as en } from '../../en/circle/access';
import { count, either } from '../count';

/** These people, one or many, do something. */
const are = (names: string, n: number, one: string, other: string): string =>
  `${names} ${either(n, one, other)}.`;

export const access: typeof en = {
  titles: {
    letIn: 'Je mag binnenkomen',
    atDoor: (n) => `${n} aan de deur`,
  },

  people: {
    came: (names, n) => are(names, n, 'is binnengekomen', 'zijn binnengekomen'),
    left: (names, n) => are(names, n, 'is weggegaan', 'zijn weggegaan'),
    speaking: (names, n) => are(names, n, 'spreekt', 'spreken'),
    youSpeak: 'Je spreekt.',
    nobodySpeaks: 'Niemand spreekt.',
  },

  time: {
    minutesLeft: (n) => `Nog ${count(n, 'minuut', 'minuten')}.`,
    muchLeft: 'Er is nog meer dan de helft van de tijd.',
    littleLeft: 'Er is nog minder dan de helft van de tijd.',
    up: 'De tijd is om. Er is geen haast.',
    paused: 'De klok is gepauzeerd.',
    runs: 'De klok loopt.',
  },

  keys: {
    title: 'Toetsen en meldingen',
    open: 'Toetsen',
    explain: 'Op deze pagina doen deze toetsen vanzelf iets. In tekstvelden schrijven ze alleen.',
    on: 'Deze toetsen gebruiken',
    what: {
      speak: 'Ingedrukt houden om te spreken; een tik sluit je microfoon',
      who_speaks: 'Zeggen wie er spreekt',
      where: 'De stap en de tijd zeggen',
      list: 'Deze lijst tonen',
    },
    space: 'Spatiebalk',
    change: (what, key) => `${key}. Een andere toets kiezen voor: ${what}`,
    press: 'Druk op een toets',
    taken: 'Die toets is niet vrij. Druk op een andere, of op Escape.',
    usual: 'Oorspronkelijke toetsen',
    announcements: 'Wat je schermlezer vanzelf zegt',
    howMuch: {
      all: 'Alles: ook wie er komt en gaat',
      mine: 'De stappen, en wat mij aangaat',
      nothing: 'Niets, behalve wat niet kan wachten',
    },
    quiet: 'Terwijl de groep werkt, wordt pas na de stap gemeld wie er kwam en ging.',
  },
};
