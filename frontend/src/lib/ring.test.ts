import { describe, expect, test } from 'vitest';
import { place, type ChairPlace } from './place';
import { arc, cornersFree, CROWDED, fit, GAP, middle, NAMED_FROM } from './ring';
import { table, tablePlace, tallness } from './ring';
import type { Ring, Size } from './ring';
import { spotOf, spotOutside, type Spot } from './spots';

const counts = Array.from({ length: 15 }, (_, index) => index + 2);
/** What the page leaves for the ring at 1440, 1280 and 1024, on a tablet and on a small telephone. */
const boxes: [string, Size][] = [
  ['1440', { width: 1088, height: 740 }],
  ['1280', { width: 928, height: 640 }],
  ['1280 x 720', { width: 928, height: 560 }],
  ['1024', { width: 672, height: 600 }],
  ['768', { width: 768, height: tallness(768) }],
  ['540', { width: NAMED_FROM, height: tallness(NAMED_FROM) }],
  ['390', { width: 390, height: tallness(390) }],
  ['360', { width: 360, height: tallness(360) }],
  ['320', { width: 320, height: tallness(320) }],
];
const all = boxes.flatMap(([name, box]) => counts.map((count) => [count, name, box] as const));
/** In all of them names have room beside the chairs. */
const rooms: Size[] = Array.from({ length: 20 }, (_, column) => NAMED_FROM + 46 * column).flatMap(
  (width) => Array.from({ length: 19 }, (_, row) => ({ width, height: 320 + 34 * row })),
);
const TWO_LINES = 36;

interface Rectangle {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const apart = (a: ChairPlace, b: ChairPlace): number => Math.hypot(a.x - b.x, a.y - b.y);
const everybody = (count: number, ring: Ring): ChairPlace[] =>
  Array.from({ length: count }, (_, index) => place(index, count, ring));
const moved = (chair: ChairPlace, back: number): ChairPlace => ({
  ...chair,
  x: chair.x + chair.backX * back,
  y: chair.y + chair.backY * back,
});

/** Where a name of two lines stands at its chair, as the seat's style has it. */
function nameAt(
  chair: ChairPlace,
  ring: Ring,
  { side, towards, width, lean, lowered }: Spot,
): Rectangle {
  const half = ring.chair / 2;
  if (side === 'above' || side === 'below') {
    const top = side === 'above' ? chair.y - half - 4 - TWO_LINES : chair.y + half + 4;
    const left = chair.x + { start: half - width, end: -half, both: -width / 2 }[towards];
    return { left, right: left + width, top, bottom: top + TWO_LINES };
  }
  const top = chair.y + ((lean - 1) * TWO_LINES) / 2 + lowered * ring.chair;
  const left = chair.x + (side === 'end' ? half + GAP : -half - GAP - width);
  return { left, right: left + width, top, bottom: top + TWO_LINES };
}

const around = ({ x, y }: ChairPlace, half: number): Rectangle => ({
  left: x - half,
  right: x + half,
  top: y - half,
  bottom: y + half,
});
const meet = (a: Rectangle, b: Rectangle): boolean =>
  a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
/** Nobody else is moved back; what becomes of several says chairs.test.ts. */
const alone = (): boolean => false;
const inside = ({ left, right, top, bottom }: Rectangle, { width, height }: Size): boolean =>
  left >= -width / 2 && right <= width / 2 && top >= -height / 2 && bottom <= height / 2;

test('the first chair is at the top, the others follow clockwise', () => {
  const round = { rx: 37, ry: 37 };
  expect(place(0, 4, round)).toMatchObject({ x: expect.closeTo(0), y: -37, outward: -90 });
  expect(place(1, 4, round)).toMatchObject({ x: 37, y: expect.closeTo(0), outward: 0 });
  expect(place(2, 4, round).outward).toBeCloseTo(90);
});

test.each([7, 16])(
  'on a telephone %i chairs, none of them moved back, stand as far apart in less height',
  (count) => {
    const tall = fit(count, { width: 360, height: tallness(360) });
    const low = fit(count, { width: 360, height: tallness(360, false) }, false);
    expect(tallness(360, false)).toBeLessThan(tallness(360) - 40);
    expect(low.ry).toBeGreaterThan(tall.ry - 4);
    expect(low.rx).toBeGreaterThan(tall.rx - 4);
  },
);

describe.each(all)('%i chairs at %s', (count, _, box) => {
  const ring = fit(count, box);
  const chairs = everybody(count, ring);
  const half = ring.chair / 2;

  test('do not touch, can be pressed, and stand in the box', () => {
    for (const one of chairs) {
      expect(inside(around(one, half), box)).toBe(true);
      for (const other of chairs)
        if (one !== other) expect(apart(one, other)).toBeGreaterThan(ring.chair);
    }
    expect(ring.chair).toBeGreaterThanOrEqual(36);
  });

  test('and one that is moved back stands outside the line, in the box, clear of its neighbours', () => {
    for (const chair of chairs) {
      const there = moved(chair, ring.back);
      expect(ring.back).toBeGreaterThan(half);
      expect(inside(around(there, half), box)).toBe(true);
      for (const other of chairs)
        if (other !== chair) expect(apart(there, other)).toBeGreaterThan(ring.chair);
    }
  });

  test('leave room for words in the middle', () => {
    const { rx, ry } = middle(ring);
    expect(Math.min(rx, ry)).toBeGreaterThan(70);
    expect(rx).toBeLessThan(ring.rx - half);
    expect(ry).toBeLessThan(ring.ry - half);
  });

  if (ring.named) {
    const names = chairs.map((chair) => nameAt(chair, ring, spotOf(chair, count, ring)));

    test('have their names beside them, whole, over nothing else', () => {
      for (const [index, name] of names.entries()) {
        expect(inside(name, box)).toBe(true);
        expect(name.right - name.left).toBeGreaterThan(70);
        for (const [other, chair] of chairs.entries()) {
          if (other === index) continue;
          expect(meet(name, around(chair, half * 0.8))).toBe(false);
          expect(meet(name, names[other]!)).toBe(false);
        }
      }
    });

    test('and one that is moved back stands over nobody’s name, and its name over nothing', () => {
      for (const [index, chair] of chairs.entries()) {
        const there = moved(chair, ring.back);
        const name = nameAt(there, ring, spotOutside(chair, count, ring, alone));
        expect(inside(name, box)).toBe(true);
        expect(name.right - name.left).toBeGreaterThan(60);
        for (const [other, at] of chairs.entries()) {
          if (other === index) continue;
          expect(meet(around(there, half * 0.8), names[other]!)).toBe(false);
          expect(meet(name, names[other]!)).toBe(false);
          expect(meet(name, around(at, half * 0.8))).toBe(false);
        }
      }
    });
  }
});

test.each(counts)('%i chairs and their names leave two who observe the upper corners', (count) => {
  const free = rooms.filter((box) => cornersFree(count, box));
  expect(free.length).toBeGreaterThan((count < CROWDED ? 0.9 : 0.6) * rooms.length);
  for (const box of free) {
    const ring = fit(count, box);
    const [left, top] = [-box.width / 2, -box.height / 2];
    const corner = { left, right: left + 144, top, bottom: top + 60 };
    for (const chair of everybody(count, ring)) {
      const there = moved(chair, ring.back);
      expect(meet(around(there, ring.chair / 2), corner)).toBe(false);
      expect(meet(nameAt(chair, ring, spotOf(chair, count, ring)), corner)).toBe(false);
      expect(meet(nameAt(there, ring, spotOutside(chair, count, ring, alone)), corner)).toBe(false);
    }
  }
});

test.each(counts)('%i chairs are drawn however little room there is', (count) => {
  for (const box of [
    { width: 740, height: 120 },
    { width: 120, height: 740 },
    { width: 1, height: 1 },
  ]) {
    const ring = fit(count, box);
    expect(ring.named).toBe(false);
    expect(Math.min(ring.rx, ring.ry, ring.chair, middle(ring).rx)).toBeGreaterThan(0);
    const [one, next] = everybody(count, ring);
    expect(apart(one!, next!)).toBeGreaterThan(ring.chair);
  }
});

test.each([1, 2, 3, 4])('%i at the table sit clear of it and of one another', (count) => {
  for (const [, box] of boxes) {
    const ring = fit(8, box);
    const { rx, ry } = table(count, ring);
    const seats = Array.from({ length: count }, (_, index) => tablePlace(index, count, ring));
    for (const [index, seat] of seats.entries()) {
      if (index > 0) expect(apart(seat, seats[0]!)).toBeGreaterThan(ring.chair);
      expect(Math.hypot(seat.x / rx, seat.y / ry)).toBeGreaterThan(1);
    }
    expect(ry).toBeLessThan(Math.abs(seats[0]!.y) - ring.chair / 2);
  }
});

test('the line is made of as many pieces as there are chairs, each ending where the next begins', () => {
  const ring = fit(7, { width: 928, height: 640 });
  const pieces = counts.slice(0, 7).map((_, index) => {
    const [, from, to] = /^M(\S+ \S+)A.* (\S+ \S+)$/.exec(arc(index, 7, ring))!;
    return { from, to };
  });
  for (const [index, { to }] of pieces.entries()) expect(to).toBe(pieces[(index + 1) % 7]!.from);
});

test('in a box too low for names above and below the ring they stand in a list', () => {
  expect(fit(7, { width: 740, height: 240 }).named).toBe(false);
  expect(fit(7, { width: 740, height: 480 }).named).toBe(true);
});
