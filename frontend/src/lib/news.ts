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
  return new Map(inside.map(({ number, name }) => [number, name]));
}

/**
 * Who came and who went since `before`, in whole sentences. The person themselves is not told of, nor facilitators of whoever
 * waits at the door: they are told that.
 */
export function comingsAndGoings(before: Roster, view: View, words: CircleWords): string[] {
  const now = rosterOf(view);
  const { came, left } = words.people;
  const told = (say: typeof came, from: Roster, without: Roster): string[] => {
    const others = [...from].filter(
      ([seat, name]) =>
        !without.has(seat) &&
        seat !== view.you.number &&
        !view.leading?.at_door.some((at) => at.knocks && at.name === name),
    );
    const names = others.map(([, name]) => isolated(name));
    return names.length > 0 ? [say(listed(names), names.length)] : [];
  };
  return [...told(came, now, before), ...told(left, before, now)];
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
