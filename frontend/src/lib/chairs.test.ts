import { expect, test } from 'vitest';
import type { SeatView } from '../protocol';
import { chairsOf, type Chair } from './chairs';
import { fit, GAP, table, type Ring } from './ring';
import { aSeat, aView } from './testing';

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** So wide is a first name. */
const LEAST = 39;

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

const SIZES = [
  [620, 500],
  [768, 620],
  [928, 560],
  [1100, 640],
] as const;
const TWO_LINES = 36;

/** Where this person's chair stands, and their name: as the seat's style has it. A name above or below is never at its widest. */
function boxesOf({ home, moved, spot }: Chair, { chair }: Ring): [Box, Box] {
  const { side, towards, width, lean, lowered } = spot;
  const [x, y, half] = [home.x + moved.x, home.y + moved.y, chair / 2];
  const beside = side === 'start' || side === 'end';
  const wide = beside ? width : 1.25 * width;
  const begins = beside ? half + GAP : -half;
  const left = { end: x + begins, start: x - begins - wide, both: x - wide / 2 }[towards];
  const top = { above: y - half - 4 - TWO_LINES, below: y + half + 4 };
  const from = beside ? y + ((lean - 1) * TWO_LINES) / 2 + lowered * chair : top[side];
  const seen = 0.8 * half;
  return [
    { left: x - seen, right: x + seen, top: y - seen, bottom: y + seen },
    { left, right: left + wide, top: from, bottom: from + TWO_LINES },
  ];
}
const meet = (one: Box, other: Box): boolean =>
  Math.min(one.right, other.right) > Math.max(one.left, other.left) &&
  Math.min(one.bottom, other.bottom) > Math.max(one.top, other.top);

test.each(
  [1, 2, 3, 4].flatMap((apart) => [5, 6, 7, 8, 9, 10, 12, 14, 16].map((of) => [apart, of])),
)('of %i at the table among %i each name has room, and lies over nobody', (apart, count) => {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  for (const [width, height] of SIZES) {
    const wide = fit(count, { width, height });
    const seats = numbers.map((number) => aSeat(number, { in_debrief: number <= apart }));
    const view = { ...aView(), chairs: numbers, seats };
    const chairs = chairsOf({ ...view, you: { ...view.you, number: 1 } }, wide);
    const boxes = chairs.map((chair) => boxesOf(chair, wide));
    for (const [index, [, name]] of boxes.slice(0, apart).entries()) {
      expect(name.right - name.left).toBeGreaterThan(LEAST);
      const others = boxes.filter((_, other) => other !== index).map(([chair]) => chair);
      expect(others.filter((chair) => meet(name, chair))).toEqual([]);
      const names = boxes.slice(0, apart).filter((_, other) => other !== index);
      expect(names.filter(([, other]) => meet(name, other))).toEqual([]);
      const { rx, ry } = table(apart, wide);
      const inner = { left: -0.7 * rx, right: 0.7 * rx, top: -0.7 * ry, bottom: 0.7 * ry };
      expect(meet(name, inner), 'over what is written on the table').toBe(false);
    }
  }
});

test.each([7, 8, 9, 10, 11, 12, 13, 14, 15, 16])(
  'of %i chairs any that stand beside one another may be outside: no name lies over anybody',
  (count) => {
    const numbers = Array.from({ length: count }, (_, index) => index + 1);
    const seats = numbers.map((number) => aSeat(number));
    for (const [width, height] of SIZES) {
      const wide = fit(count, { width, height });
      for (const first of numbers) {
        for (const many of numbers.slice(1, -2)) {
          const outer = numbers.slice(0, many).map((of) => ((first + of) % count) + 1);
          const chairs = chairsOf({ ...aView(), chairs: numbers, seats, outer }, wide);
          const boxes = chairs.map((chair) => boxesOf(chair, wide));
          for (const { number } of chairs.filter(({ outside }) => outside)) {
            const name = boxes[number - 1]![1];
            const others = boxes.filter((_, other) => other !== number - 1);
            expect(name.right - name.left).toBeGreaterThan(60);
            expect(others.flat().filter((other) => meet(name, other))).toEqual([]);
          }
        }
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
