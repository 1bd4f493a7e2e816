import { expect, test } from 'vitest';
import type { SeatView } from '../protocol';
import { direction, directions } from './spatial';
import { aView } from './testing';

const [TOP, RIGHT, BELOW, LEFT] = [0, 0.25, 0.5, 0.75];

test('a voice comes from the side on which its chair is drawn, one metre away', () => {
  expect(direction(LEFT, false).x).toBeLessThan(-0.9);
  expect(direction(RIGHT, false).x).toBeGreaterThan(0.9);
  expect(direction(TOP, false).x).toBeCloseTo(0);
  for (const turn of [TOP, 0.1, RIGHT, 0.4, LEFT]) {
    const { x, y, z } = direction(turn, false);
    expect(Math.hypot(x, y, z)).toBeCloseTo(1);
  }
});

test('chairs one above the other are told apart by height', () => {
  expect(direction(TOP, false).y).toBeGreaterThan(0.2);
  expect(direction(BELOW, false).y).toBeLessThan(-0.2);
});

test('whoever sits back hears the circle in front', () => {
  const chairs = [1, 2, 3, 4];
  const seats = chairs.map((number) => ({ number, sits_back: number === 2 }) as SeatView);
  const heardBy = (number: number): number => {
    const view = aView();
    const heard = directions({ ...view, chairs, seats, you: { ...view.you, number } });
    return heard.get(4)!.x;
  };
  expect(heardBy(1)).toBeLessThan(-0.9);
  expect(heardBy(2)).toBeCloseTo(-0.5);
});

test('the chairs keep the order of the ring, whatever their numbers, and none is behind', () => {
  const heard = directions({ ...aView(), chairs: [5, 16, 7, 9] });
  expect([...heard.keys()].filter((seat) => Math.abs(heard.get(seat)!.x) > 0.9)).toEqual([16, 9]);
  for (const { z } of heard.values()) expect(z).toBeLessThan(0);
});
