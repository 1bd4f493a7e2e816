import type { access as en } from '../../en/circle/access';
import { count, either } from '../count';

/** These people, one or many, do something. */
const are = (names: string, n: number, one: string, other: string): string =>
  `${names} ${either(n, one, other)}.`;

export const access: typeof en = {
  titles: {
    letIn: 'Sie dürfen herein',
    atDoor: (n) => `${n} an der Tür`,
  },

  people: {
    came: (names, n) => are(names, n, 'ist hereingekommen', 'sind hereingekommen'),
    left: (names, n) => are(names, n, 'ist gegangen', 'sind gegangen'),
    speaking: (names, n) => are(names, n, 'spricht', 'sprechen'),
    youSpeak: 'Sie sprechen.',
    nobodySpeaks: 'Niemand spricht.',
  },

  time: {
    minutesLeft: (n) => `Noch ${count(n, 'Minute', 'Minuten')}.`,
    muchLeft: 'Mehr als die Hälfte der Zeit dieses Schritts bleibt noch.',
    littleLeft: 'Weniger als die Hälfte der Zeit dieses Schritts bleibt noch.',
    up: 'Die Zeit dieses Schritts ist um. Es eilt nicht.',
    paused: 'Die Uhr ist angehalten.',
    runs: 'Die Uhr läuft.',
  },

  keys: {
    title: 'Tasten und Ansagen',
    open: 'Tasten',
    explain: 'Auf dieser Seite lösen diese Tasten etwas aus. In Textfeldern schreiben sie nur.',
    on: 'Diese Tasten nutzen',
    what: {
      speak: 'Zum Sprechen halten; kurzes Drücken schließt Ihr Mikrofon',
      who_speaks: 'Ansagen, wer spricht',
      where: 'Schritt und Zeit ansagen',
      list: 'Diese Liste zeigen',
    },
    space: 'Leertaste',
    change: (what, key) => `${key}. Eine andere Taste wählen für: ${what}`,
    press: 'Taste drücken',
    taken: 'Diese Taste ist nicht frei. Drücken Sie eine andere oder Esc.',
    usual: 'Ursprüngliche Tasten',
    announcements: 'Was Ihr Screenreader von selbst ansagt',
    howMuch: {
      all: 'Alles: auch, wer kommt und geht',
      mine: 'Die Schritte, und was mich betrifft',
      nothing: 'Nichts, außer was nicht warten kann',
    },
    quiet: 'Während die Gruppe arbeitet, warten Kommen und Gehen, bis der Schritt vorbei ist.',
  },
};
