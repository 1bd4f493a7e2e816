import type { SeatView, View } from '../protocol';
import { place, type ChairPlace, type Point } from './place';
import { backwards, tablePlace, type Ring } from './ring';
import { spotAtTable, spotOf, spotOutside, type Spot } from './spots';
import { isApart } from './told';

/** A chair of the ring, and who sits on it, if anybody has come to it. */
export interface Chair {
  number: number;
  seat: SeatView | undefined;
  /** Its place, which depends on its seat's number alone. */
  home: ChairPlace;
  /** How far it has been moved from there. */
  moved: Point;
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
  const inDebrief = isApart(view);
  const seats = new Map(view.seats.map((seat) => [seat.number, seat]));
  const numbers = view.chairs;
  const atTable = numbers.filter((number) => inDebrief && seats.get(number)?.in_debrief);
  const homes = numbers.map((_, index) => place(index, numbers.length, ring));
  const around = homes
    .filter((_, index) => !atTable.includes(numbers[index]!))
    .map(outsideOf(ring));
  return numbers.map((number, index) => {
    const seat = seats.get(number);
    const home = homes[index]!;
    const table = atTable.indexOf(number);
    const outer = view.outer.includes(number);
    if (table >= 0) {
      const at = tablePlace(table, atTable.length, ring);
      const moved = { x: at.x - home.x, y: at.y - home.y };
      const spot = spotAtTable(at, around, ring);
      const { outward } = at;
      return { number, seat, home, moved, outward, spot, outside: false, apart: false, outer };
    }
    const apart = (seat?.in_debrief ?? false) !== inDebrief;
    const outside = apart || outer || (seat?.sits_back ?? false);
    const moved = backwards(home, outside ? ring.back : 0);
    const { outward } = home;
    const spot = outside ? spotOutside(home, ring) : spotOf(home, numbers.length, ring);
    return { number, seat, home, moved, outward, spot, outside, apart, outer };
  });
}

/** Where a chair stands once it is moved out of the circle. */
function outsideOf(ring: Ring): (home: ChairPlace) => Point {
  return (home) => {
    const moved = backwards(home, ring.back);
    return { x: home.x + moved.x, y: home.y + moved.y };
  };
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
