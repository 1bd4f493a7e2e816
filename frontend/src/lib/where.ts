import type { View } from '../protocol';
import { wholeMinutes } from './time';
import { isPaused, showsTime, told } from './told';
import type { CircleWords } from './circle-words';

/** Where the circle is, for somebody who asks: the phase, what to do in it, and its time as far as they are shown it. */
export function whereWeAre(view: View, leftMs: number, words: CircleWords): string {
  const { title, guidance } = told(view, words);
  const where = words.joined.titleAndText(title, guidance);
  return showsTime(view) ? words.joined.sentences(where, timeLeft(view, leftMs, words)) : where;
}

/** The time of the running step, as far as this person is shown it, and whether its clock stands. */
export function timeLeft(view: View, leftMs: number, words: CircleWords): string {
  const left = howMuchLeft(view, leftMs, words);
  return isPaused(view) ? words.joined.sentences(left, words.time.paused) : left;
}

/** The time of the running step, as far as this person is shown it. */
export function howMuchLeft({ clock }: View, leftMs: number, { time }: CircleWords): string {
  if (leftMs <= 0) return time.up;
  if (clock.digits) return time.minutesLeft(Math.max(1, wholeMinutes(leftMs)));
  return time[leftMs > (clock.minutes * 60_000) / 2 ? 'muchLeft' : 'littleLeft'];
}
