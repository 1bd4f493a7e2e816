import type { Attachment } from 'svelte/attachments';
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
  const isElsewhere = (number: number): boolean =>
    (seats.get(number)?.in_debrief ?? false) !== inDebrief;
  const isOutside = (number: number): boolean =>
    isElsewhere(number) || view.outer.includes(number) || !!seats.get(number)?.sits_back;
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
    const apart = isElsewhere(number);
    const outside = isOutside(number);
    const moved = backwards(home, outside ? ring.back : 0);
    const { outward } = home;
    const beset = (side: 'start' | 'end'): boolean =>
      isOutside(numbers.at((index + ((side === 'end') === home.y < 0 ? 1 : -1)) % numbers.length)!);
    const spot = (outside ? spotOutside : spotOf)(home, numbers.length, ring, beset);
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

/** Shows of a seat's person, if anybody has come to it, what whoever looks at the page from outside goes by. */
export function shows(seat: SeatView | undefined, speaking: boolean): Attachment<HTMLElement> {
  return ({ dataset }) => {
    const { voice, sound, wishes } = seat ?? {};
    for (const [name, is] of Object.entries({ voice, sound, wishes, speaking: seat && speaking })) {
      if (is === undefined || is === null) delete dataset[name];
      else dataset[name] = String(is);
    }
  };
}
