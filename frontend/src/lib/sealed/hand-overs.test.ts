import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import type { Box } from '../../protocol';
import { HandOvers } from './hand-overs';

/** As the server counts (HAND_PACE of app/web/socket.py). */
const [AT_ONCE, PER_S] = [40, 1];

const box = (box: string): Box => ({ seat: 4, box });

let handed: { atMs: number; boxes: Box[] }[];
/** How often something has changed. */
let changes: number;
/** What is to be handed over after so many changes. */
let boxes: (changes: number) => Box[][];
let handOvers: HandOvers;

beforeEach(() => {
  vi.useFakeTimers();
  [handed, changes] = [[], 0];
  boxes = (changes) => [[box(`before ${changes}`)], [box(`${changes}`)]];
  handOvers = new HandOvers(
    async () => boxes(changes),
    (boxes) => handed.push({ atMs: performance.now(), boxes }),
    () => performance.now(),
  );
});
afterEach(() => void vi.useRealTimers());

function changed(): Promise<void> {
  changes++;
  return handOvers.changed();
}

it('what is to be handed over leaves at once, a message for each key, the earlier one first', async () => {
  await changed();
  boxes = () => [[], []];
  await changed();
  expect(handed.map(({ boxes }) => boxes)).toEqual([[box('before 1')], [box('1')]]);
});

it('however often others come and go, this page is never sent away for it', async () => {
  let full = 0;
  for (let change = 0; change < 1000; change++) {
    void changed();
    await vi.advanceTimersByTimeAsync(100);
  }
  let beforeMs = 0;
  for (const { atMs } of handed) {
    full = Math.max(0, full - ((atMs - beforeMs) * PER_S) / 1000) + 1;
    beforeMs = atMs;
    expect(full).toBeLessThanOrEqual(AT_ONCE);
  }
  expect(handed.length).toBeGreaterThan(100);
});

it.each([
  ['one after the other', async () => void (await changed())],
  ['all at once', () => void changed()],
])(
  'of many changes that come %s the last is handed over two seconds later, and once',
  async (_, change) => {
    for (let n = 0; n < 100; n++) await change();
    await vi.advanceTimersByTimeAsync(0);
    const before = handed.length;
    await vi.advanceTimersByTimeAsync(2000);
    expect(handed.slice(before).map(({ boxes }) => boxes)).toEqual([
      [box('before 100')],
      [box('100')],
    ]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(handed).toHaveLength(before + 2);
  },
);

it('nothing is looked for that could not leave at once', async () => {
  boxes = vi.fn(boxes);
  for (let n = 0; n < 100; n++) await changed();
  expect(boxes).toHaveBeenCalledTimes(handed.length / 2);
});
