import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import type { Box } from '../../protocol';
import { HandOvers } from './hand-overs';

/** As the server counts (HANDS_AT_ONCE and HANDS_PER_S of app/web/socket.py). */
const [AT_ONCE, PER_S] = [40, 1];

let handed: { atMs: number; boxes: Box[] }[];
let handOvers: HandOvers;

beforeEach(() => {
  vi.useFakeTimers();
  handed = [];
  handOvers = new HandOvers(
    (boxes) => handed.push({ atMs: performance.now(), boxes }),
    () => performance.now(),
  );
});
afterEach(() => void vi.useRealTimers());

const to = (...seats: number[]): Box[] => seats.map((seat, nth) => ({ seat, box: `${nth}` }));
const seatsOf = (boxes: Box[]): number[] => boxes.map(({ seat }) => seat);

it('what is handed over leaves at once, one message with one box for each seat, the earlier key first', () => {
  handOvers.add(to(4, 5, 4));
  expect(handed.map(({ boxes }) => boxes)).toEqual([
    [
      { seat: 4, box: '0' },
      { seat: 5, box: '1' },
    ],
    [{ seat: 4, box: '2' }],
  ]);
  handOvers.add([]);
  expect(handed).toHaveLength(2);
});

it('however often others come and go, this page is never sent away for it', () => {
  let full = 0;
  for (let change = 0; change < 1000; change++) {
    handOvers.add(to(2, 3, 4, 2));
    vi.advanceTimersByTime(100);
  }
  let beforeMs = 0;
  for (const { atMs } of handed) {
    full = Math.max(0, full - ((atMs - beforeMs) * PER_S) / 1000) + 1;
    beforeMs = atMs;
    expect(full).toBeLessThanOrEqual(AT_ONCE);
  }
  expect(handed.length).toBeGreaterThan(100);
});

it('the newest two of each seat come in the end, and nothing after them', () => {
  for (let change = 0; change < 100; change++)
    handOvers.add([
      { seat: 3, box: `before ${change}` },
      { seat: 3, box: `${change}` },
    ]);
  handed = [];
  vi.advanceTimersByTime(60_000);
  expect(handed.map(({ boxes }) => boxes)).toEqual([
    [{ seat: 3, box: 'before 99' }],
    [{ seat: 3, box: '99' }],
  ]);
});

it('who comes while much is handed over waits for no longer than the next message but one', () => {
  for (let change = 0; change < 100; change++) handOvers.add(to(3, 3));
  handOvers.add(to(7, 7));
  vi.advanceTimersByTime(2000);
  expect(handed.filter(({ boxes }) => seatsOf(boxes).includes(7))).toHaveLength(2);
});
