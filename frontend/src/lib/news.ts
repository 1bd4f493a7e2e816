import type { Phase, View } from '../protocol';
import { isolated } from './isolate';
import { listed } from './locale';
import type { CircleWords } from './circle-words';
import { namesAt } from './told';

/** While the group works, silence is work too: who came and went meanwhile is told afterwards. */
const QUIET: readonly Phase[] = ['presentation', 'sit_back', 'reflection'];

export function isQuiet(phase: Phase): boolean {
  return QUIET.includes(phase);
}

/** Who was in the circle when it was last told, by seat: a line that is lost for a moment is no parting. */
export type Roster = ReadonlyMap<number, string>;

export function rosterOf({ seats }: View): Roster {
  const inside = seats.filter(({ presence }) => presence === 'here' || presence === 'coming_back');
  return new Map(inside.map(({ number, name }) => [number, isolated(name)]));
}

/** Who came and who went since `before`, in whole sentences. The person themselves is not told of. */
export function comingsAndGoings(before: Roster, view: View, words: CircleWords): string[] {
  const now = rosterOf(view);
  const others = (from: Roster, without: Roster): string[] =>
    [...from]
      .filter(([seat]) => !without.has(seat) && seat !== view.you.number)
      .map(([, name]) => name);
  const came = others(now, before);
  const left = others(before, now);
  return [
    came.length > 0 ? words.people.came(listed(came), came.length) : '',
    left.length > 0 ? words.people.left(listed(left), left.length) : '',
  ].filter(Boolean);
}

/** Who speaks just now, for somebody who asks. */
export function whoSpeaks(view: View, speaking: Iterable<number>, words: CircleWords): string {
  const heard = [...speaking].filter((number) =>
    view.seats.some((seat) => seat.number === number && seat.voice === 'heard'),
  );
  const others = heard.filter((number) => number !== view.you.number);
  if (others.length > 0) return words.people.speaking(namesAt(view, others), others.length);
  return heard.length > 0 ? words.people.youSpeak : words.people.nobodySpeaks;
}
