import { expect, test } from 'vitest';
import { chairSize, labelSize, place } from './ring';

const counts = Array.from({ length: 15 }, (_, index) => index + 2);

function apart(a: { x: number; y: number }, b: { x: number; y: number }): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

test('the first chair is at the top, the others follow clockwise', () => {
  expect(place(0, 4, false)).toMatchObject({ x: expect.closeTo(50), y: expect.closeTo(13) });
  expect(place(1, 4, false)).toMatchObject({ x: expect.closeTo(87), y: expect.closeTo(50) });
  expect(place(2, 4, false).outward).toBe(90);
});

test.each(counts)('%i chairs do not touch, and neither do their names', (count) => {
  const between = apart(place(0, count, false), place(1, count, false));
  expect(chairSize(count)).toBeLessThan(between);
  expect(labelSize(count)).toBeLessThan(between);
});

test.each(counts)(
  'of %i chairs, one that sits back is clearly outside the ring and in the room',
  (count) => {
    for (let index = 0; index < count; index++) {
      const middle = { x: 50, y: 50 };
      const there = place(index, count, true);
      expect(apart(there, middle) - apart(place(index, count, false), middle)).toBeGreaterThan(8);
      expect(Math.max(there.x, there.y)).toBeLessThan(100);
      expect(Math.min(there.x, there.y)).toBeGreaterThan(0);
    }
  },
);
