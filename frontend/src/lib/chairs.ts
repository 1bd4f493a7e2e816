import type { SeatView, View } from '../protocol';
import { place, tablePlace, type Place, type Ring } from './ring';
import { spotOf, spotOutside, type Spot } from './spots';
import { mySeat } from './told';

/** A chair of the ring, and who sits on it, if anybody has come to it. */
export interface Chair {
  number: number;
  seat: SeatView | undefined;
  /** Its place, which depends on its seat's number alone. */
  home: Place;
  /** How far it has been moved from there. */
  moved: { x: number; y: number };
  /** Where its back points, in degrees. */
  outward: number;
  /** Where its name stands. */
  spot: Spot;
  /** Moved out of the circle. */
  outside: boolean;
  /** In the outer circle of a fishbowl. */
  outer: boolean;
  /** In the other room, while the facilitators are apart from those who linger. */
  apart: boolean;
}

/** Every chair as this person sees it. */
export function chairsOf(view: View, ring: Ring): Chair[] {
  const inDebrief = mySeat(view)?.in_debrief ?? false;
  const seats = new Map(view.seats.map((seat) => [seat.number, seat]));
  const numbers = ringOf(view);
  const atTable = numbers.filter((number) => inDebrief && seats.get(number)?.in_debrief);
  return numbers.map((number, index) => {
    const seat = seats.get(number);
    const home = place(index, numbers.length, ring);
    const table = atTable.indexOf(number);
    const outer = outerOf(view).includes(number);
    if (table >= 0)
      return { number, seat, home, outer, ...atPlace(table, atTable.length, ring, home) };
    const apart = (seat?.in_debrief ?? false) !== inDebrief;
    const outside = apart || outer || (seat?.sits_back ?? false);
    const back = outside ? ring.back : 0;
    const moved = { x: home.backX * back, y: home.backY * back };
    const { outward } = home;
    const spot = outside ? spotOutside(home, ring) : spotOf(home, numbers.length, ring);
    return { number, seat, home, moved, outward, spot, outside, apart, outer };
  });
}

/** How a chair has come to the small table, with its name at its side. */
function atPlace(
  index: number,
  count: number,
  ring: Ring,
  home: Place,
): Omit<Chair, 'number' | 'seat' | 'home' | 'outer'> {
  const { x, y, outward } = tablePlace(index, count, ring);
  const moved = { x: x - home.x, y: y - home.y };
  const spot: Spot = { side: 'end', towards: 'end', width: ring.label, lean: 0, lowered: 0 };
  return { moved, outward, spot, outside: false, apart: false };
}

/** The seats of the ring in their order. A server of the release before does not tell of those that are empty. */
export function ringOf(view: View): readonly number[] {
  const told: readonly number[] | undefined = view.chairs;
  return told ?? view.seats.filter(({ role }) => role !== 'observer').map(({ number }) => number);
}

/** Who sits in the outer circle of a fishbowl. A server of the release before has none, and does not tell. */
export function outerOf(view: View): readonly number[] {
  const told: readonly number[] | undefined = view.outer;
  return told ?? [];
}

/** What a seat shows of its person, for styles and for whoever looks at the page from outside. */
export function shownOf(seat: SeatView, speaking: boolean): Record<`data-${string}`, unknown> {
  return {
    'data-voice': seat.voice,
    'data-presence': seat.presence,
    'data-sound': seat.sound,
    'data-wishes': seat.wishes,
    'data-role': seat.role,
    'data-speaking': speaking,
  };
}
