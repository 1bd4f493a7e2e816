import type { HowMuch } from '../../../lib/announcer.svelte';
import type { Shortcut } from '../../../lib/shortcuts';
import { count, either } from '../count';

/** These people, one or many, do something. */
const are = (names: string, n: number, one: string, other: string): string =>
  `${names} ${either(n, one, other)}.`;

/** For whoever uses the page by keys, by ear, or with another page before it. */
export const access = {
  titles: {
    letIn: 'You may come in',
    atDoor: (n: number) => `${n} at the door`,
  },

  people: {
    came: (names: string, n: number) => are(names, n, 'has come in', 'have come in'),
    left: (names: string, n: number) => are(names, n, 'has left', 'have left'),
    speaking: (names: string, n: number) => are(names, n, 'is speaking', 'are speaking'),
    youSpeak: 'You are speaking.',
    nobodySpeaks: 'Nobody is speaking.',
  },

  time: {
    minutesLeft: (n: number) => `${count(n, 'minute', 'minutes')} left.`,
    muchLeft: 'More than half of its time is left.',
    littleLeft: 'Less than half of its time is left.',
    up: 'Its time is up. There is no hurry.',
    paused: 'The clock is paused.',
    runs: 'The clock is running.',
  },

  keys: {
    title: 'Keys and announcements',
    open: 'Keys',
    explain: 'On this page these keys do something by themselves. In text fields they only write.',
    on: 'Use these keys',
    what: {
      speak: 'Hold to speak; a tap closes your microphone',
      who_speaks: 'Say who is speaking',
      where: 'Say the step and the time',
      list: 'Show this list',
    } satisfies Record<Shortcut, string>,
    space: 'Space',
    change: (what: string, key: string) => `${key}. Choose another key for: ${what}`,
    press: 'Press a key',
    taken: 'That key is not free. Press another one, or Escape.',
    usual: 'Use the usual keys',
    announcements: 'What your screen reader says by itself',
    howMuch: {
      all: 'Everything: also who comes and goes',
      mine: 'The steps, and what concerns me',
      nothing: 'Nothing, except what cannot wait',
    } satisfies Record<HowMuch, string>,
    quiet: 'While the group works, comings and goings wait until the step is over.',
  },
};
