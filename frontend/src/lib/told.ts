import type { SeatView, View, Voice } from '../protocol';
import { isolated } from './isolate';
import { listed } from './locale';
import { momentGuidance } from './moment';
import type { CircleWords } from './circle-words';

export function seatAt(view: View, number: number): SeatView | undefined {
  return view.seats.find((seat) => seat.number === number);
}

/** My own seat in this view. */
export const mySeat = (view: View): SeatView | undefined => seatAt(view, view.you.number);

/** Whether this person is in the leaders' debrief, apart from those who linger. */
export const isApart = (view: View): boolean => mySeat(view)?.in_debrief ?? false;

/** This view as it will be once the server knows that I have closed my microphone. */
export function closedByMe(view: View): View {
  const open: readonly Voice[] = ['heard', 'unconnected'];
  const closed = (voice: Voice): Voice => (open.includes(voice) ? 'closed_by_person' : voice);
  const { you } = view;
  return {
    ...view,
    seats: view.seats.map((seat) =>
      seat.number === you.number ? { ...seat, voice: closed(seat.voice) } : seat,
    ),
    you: {
      ...you,
      voice: closed(you.voice),
      microphone_open: false,
      can: you.can.map((what) => (what === 'close_microphone' ? 'open_microphone' : what)),
    },
  };
}

/** The names of these seats, as one text. */
export function namesAt(view: View, numbers: readonly number[]): string {
  return listed(numbers.map((number) => isolated(nameAt(view, number))));
}

export function nameAt(view: View, number: number): string {
  return seatAt(view, number)?.name ?? '';
}

/** What this person is told in the middle of the room: where they are, and what they may do there. */
export function told(view: View, words: CircleWords): { title: string; guidance: string } {
  if (isApart(view)) {
    return { title: words.debrief.title, guidance: words.debrief.guidance };
  }
  if (onlyListensOutside(view)) {
    return { title: words.phase[view.phase], guidance: words.fishbowl.listens };
  }
  const guidance = momentGuidance(view, words) ?? words.guidance[view.you.guidance];
  return { title: words.phase[view.phase], guidance };
}

/** Whether this person sits in the outer circle of a fishbowl while a case runs. */
function onlyListensOutside({ you }: View): boolean {
  return you.voice === 'listening' && you.role !== 'observer';
}

/** Whether this person sits back and only listens: their page is a place to rest. */
export function rests({ you }: View): boolean {
  return you.sits_back && you.held_silent;
}

/** Why nobody hears what this person sends: nobody else is in their room, or none of those has sound. */
export function unheard(view: View): 'alone' | 'unheard' | null {
  const room = isApart(view);
  const others = view.seats.filter(
    ({ number, presence, in_debrief }) =>
      number !== view.you.number && presence === 'here' && in_debrief === room,
  );
  if (others.some(({ sound }) => sound === 'connected')) return null;
  return others.length > 0 ? 'unheard' : 'alone';
}

/** Whether everybody who belongs here is here, with sound, and no line is known to be weak. Of one nobody says "all". */
export function allConnected(view: View): boolean {
  const belong = view.seats.filter(({ presence }) => ['here', 'coming_back'].includes(presence));
  return (
    belong.length > 1 &&
    !view.you.weak_line &&
    !view.leading?.weak_lines.length &&
    belong.every(({ presence, sound }) => presence === 'here' && sound === 'connected')
  );
}

/** Whether the running step's clock stands, where its time is of interest. */
export function isPaused(view: View): boolean {
  return showsTime(view) && view.clock.left_ms !== null;
}

/** Whether the running step's time is of interest: in an unbounded lingering room it is not. */
export function showsTime(view: View): boolean {
  return view.phase !== 'ended' && (view.phase !== 'lingering' || view.clock.bounded);
}
