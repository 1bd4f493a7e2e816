import { percent } from '../locale';
import { words } from '../strings';
import { MARKS, type Finding, type Found, type Measured, type Subject } from './finding';
import { lineWords } from './words';

/** Findings that are said in the words of one's own microphone, wherever else it is spoken of. */
const OWN_WORDS = {
  denied: 'denied',
  busy_device: 'busy',
  none: 'none',
  insecure: 'insecure',
  withheld: 'withheld',
  ended: 'ended',
  switched_off: 'switched_off',
  silent: 'silent',
} as const;

/** A finding in words: what is so, and what to do about it where something can be done. */
export interface Said {
  is: string;
  todo: string;
}

export function said(subject: Subject, { is, measured }: Finding): Said {
  const own = isOwn(is) ? words.mine[OWN_WORDS[is]] : null;
  if (own) return { is: words.joined.asSentence(own.is), todo: own.means };
  const plain = lineWords.found[is as Exclude<Found, keyof typeof OWN_WORDS>];
  const sentences = [plain, ...(measured ? measuredIn(measured) : [])];
  return { is: sentences.reduce(words.joined.sentences), todo: todoOf(subject, is) };
}

function isOwn(is: Found): is is keyof typeof OWN_WORDS {
  return Object.hasOwn(OWN_WORDS, is);
}

function measuredIn({ roundTripMs, lost, relayedBy }: Measured): string[] {
  return [
    ...(relayedBy ? [lineWords.relayedBy[relayedBy]] : []),
    ...(roundTripMs === null ? [] : [lineWords.roundTrip(roundTripMs)]),
    ...(lost === null ? [] : [lineWords.lost(percent(lost))]),
  ];
}

function todoOf(subject: Subject, is: Found): string {
  const todo = { ...lineWords.todo, weak: words.weakLineHelp };
  if (Object.hasOwn(todo, is)) return todo[is as keyof typeof todo];
  const amiss = MARKS[is] === 'bad' || is === 'cut';
  return amiss && subject !== 'microphone' ? lineWords.letThrough[subject] : '';
}
