import type { Phase, SeatView, View } from '../protocol';
import type { Words } from './strings';
import { namesOf } from './told';

/** While the group works, silence is work too: who came and went meanwhile is told afterwards. */
const QUIET: readonly Phase[] = ['presentation', 'sit_back', 'reflection'];

export function isQuiet(phase: Phase): boolean {
  return QUIET.includes(phase);
}

/** Who was in the circle when it was last told: a line that is lost for a moment is no parting. */
export type Roster = ReadonlySet<number>;

export function rosterOf(seats: readonly SeatView[]): Roster {
  const inside = seats.filter(({ presence }) => presence === 'here' || presence === 'coming_back');
  return new Set(inside.map(({ number }) => number));
}

/** Who came and who went since `before`, in whole sentences. The person themselves is not told of. */
export function comingsAndGoings(before: Roster, view: View, words: Words): string[] {
  const now = rosterOf(view.seats);
  const others = (from: Roster, without: Roster): number[] =>
    [...from].filter((seat) => !without.has(seat) && seat !== view.you.number);
  const came = others(now, before);
  const left = others(before, now);
  const names = (seats: number[]): string => namesOf(view, seats, words.lang);
  return [
    came.length > 0 ? words.people.came(names(came), came.length) : '',
    left.length > 0 ? words.people.left(names(left), left.length) : '',
  ].filter(Boolean);
}

/** Who speaks just now, for somebody who asks. */
export function whoSpeaks(view: View, speaking: Iterable<number>, words: Words): string {
  const heard = [...speaking].filter((number) =>
    view.seats.some((seat) => seat.number === number && seat.voice === 'heard'),
  );
  const others = heard.filter((number) => number !== view.you.number);
  if (others.length > 0)
    return words.people.speaking(namesOf(view, others, words.lang), others.length);
  return heard.length > 0 ? words.people.youSpeak : words.people.nobodySpeaks;
}
