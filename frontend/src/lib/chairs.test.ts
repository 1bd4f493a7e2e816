import { expect, test } from 'vitest';
import type { SeatView } from '../protocol';
import { chairsOf, type Chair } from './chairs';
import { fit, GAP, LINES } from './ring';
import { aSeat, aView } from './testing';

const ring = fit(5, { width: 900, height: 640 });
const FIVE = [1, 2, 3, 4, 5];
const seen = (by: number, ...seats: SeatView[]): Chair[] => {
  const view = { ...aView(), chairs: FIVE, seats };
  return chairsOf({ ...view, you: { ...view.you, number: by } }, ring);
};
const everybody = FIVE.map((number) => aSeat(number));
const apart = FIVE.map((number) => aSeat(number, { in_debrief: number < 3 }));
const outside = (chairs: Chair[]): number[] =>
  chairs.filter((chair) => chair.outside).map(({ number }) => number);

test('whoever has come or gone, every chair is there, in the same place', () => {
  const places = seen(3, ...everybody).map(({ home }) => home);
  expect(seen(3, aSeat(3)).map(({ home }) => home)).toEqual(places);
  expect(seen(3, aSeat(3)).map(({ seat }) => seat?.number)).toEqual([
    undefined,
    undefined,
    3,
    undefined,
    undefined,
  ]);
});

test('who sits back is moved straight outwards, and nobody else is moved', () => {
  const chairs = seen(3, ...FIVE.map((number) => aSeat(number, { sits_back: number === 4 })));
  expect(outside(chairs)).toEqual([4]);
  for (const { number, moved } of chairs) {
    expect(Math.hypot(moved.x, moved.y)).toBeCloseTo(number === 4 ? ring.back : 0);
  }
});

test('to those who are apart the others stand outside; to those who linger, the facilitators do', () => {
  expect(outside(seen(1, ...apart))).toEqual([3, 4, 5]);
  expect(outside(seen(3, ...apart))).toEqual([1, 2]);
});

test('those who are apart face each other across a table, with their names beside them', () => {
  const [one, other] = seen(1, ...apart);
  const at = ({ home, moved }: Chair): number[] => [home.x + moved.x, home.y + moved.y];
  const [x, y] = at(one!);
  expect(at(other!)).toEqual([expect.closeTo(-x!), expect.closeTo(-y!)]);
  expect(Math.abs(y!)).toBeLessThan(ring.ry);
  expect([one!.spot.side, other!.spot.side]).toEqual(['end', 'end']);
});

test.each([3, 7, 12, 16])(
  'a name at the table is not covered by whoever of %i sits around it',
  (count) => {
    const numbers = Array.from({ length: count }, (_, index) => index + 1);
    for (const [width, height] of [
      [620, 500],
      [768, 620],
      [1100, 640],
    ] as const) {
      const wide = fit(count, { width, height });
      const seats = numbers.map((number) => aSeat(number, { in_debrief: number === 1 }));
      const view = { ...aView(), chairs: numbers, seats };
      const chairs = chairsOf({ ...view, you: { ...view.you, number: 1 } }, wide);
      const [me, ...others] = chairs.map(({ home, moved }) => [home.x + moved.x, home.y + moved.y]);
      const [begins, y] = [me![0]! + wide.chair / 2 + GAP, me![1]!];
      const name = chairs[0]!.spot.width;
      expect(name).toBeGreaterThan(64);
      for (const [ox, oy] of others) {
        const beside = ox! > begins && Math.abs(oy! - y) < wide.chair / 2 + LINES / 2;
        if (beside) expect(begins + name).toBeLessThan(ox! - wide.chair / 2);
      }
    }
  },
);

test('in a fishbowl the outer circle sits outside, each behind their own place, whoever else does', () => {
  const view = { ...aView(), chairs: FIVE, seats: everybody, outer: [2, 4] };
  const chairs = chairsOf(view, ring);
  expect(outside(chairs)).toEqual([2, 4]);
  expect(chairs.filter(({ outer }) => outer).map(({ number }) => number)).toEqual([2, 4]);
  expect(chairs.map(({ home }) => home)).toEqual(seen(3, ...everybody).map(({ home }) => home));
});
