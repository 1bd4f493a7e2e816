import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DEAD_MS, DOUBTED_MS, Quiet, QUIET_MS } from './quiet';

const LOOK_MS = 350;
let pairs: object[];
let told: string[];
let quiet: Quiet;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  pairs = [
    { type: 'candidate-pair', requestsReceived: 1, responsesReceived: 2, packetsReceived: 3 },
  ];
  const peer = { getStats: async () => new Map(pairs.entries()) as unknown as RTCStatsReport };
  quiet = new Quiet(peer, { quiet: () => told.push('quiet'), dead: () => told.push('dead') });
});

afterEach(() => {
  quiet.close();
  vi.useRealTimers();
});

const passes = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test.each(['requestsReceived', 'responsesReceived', 'packetsReceived'])(
  'as long as %s grow nothing is doubted',
  async (what) => {
    for (let n = 0; n < 20; n++) {
      pairs = [{ type: 'candidate-pair', requestsReceived: 1, [what]: n }];
      await passes(QUIET_MS - LOOK_MS);
    }
    expect(told).toEqual([]);
    expect(quiet.lasts).toBe(false);
  },
);

test('quiet is told once, then that it lasts, and both again once something came meanwhile', async () => {
  await passes(LOOK_MS + QUIET_MS + LOOK_MS);
  expect(told).toEqual(['quiet']);
  expect(quiet.lasts).toBe(false);
  await passes(DOUBTED_MS - QUIET_MS);
  expect(quiet.lasts).toBe(true);
  await passes(DEAD_MS);
  expect(told).toEqual(['quiet', 'dead']);
  await passes(60_000);
  expect(told.length).toBe(2);
  pairs = [{ type: 'candidate-pair', requestsReceived: 9 }];
  await passes(LOOK_MS);
  expect(quiet.lasts).toBe(false);
  await passes(DEAD_MS + LOOK_MS);
  expect(told.length).toBe(4);
});

test('since a change of the network only what comes after it counts', async () => {
  await passes(LOOK_MS);
  expect(quiet.lasts).toBe(false);
  quiet.doubt();
  expect(quiet.lasts).toBe(true);
  pairs.push({ type: 'candidate-pair', requestsReceived: 1 });
  await passes(LOOK_MS);
  expect(quiet.lasts).toBe(false);
});

test('a browser that does not count checks is not watched, nor is one to which nothing has come yet', async () => {
  for (const entry of [{ packetsReceived: 7 }, { requestsReceived: 0 }]) {
    pairs = [
      { type: 'candidate-pair', ...entry },
      { type: 'inbound-rtp', packetsReceived: 7 },
    ];
    quiet.close();
    quiet = new Quiet(
      { getStats: async () => new Map(pairs.entries()) as unknown as RTCStatsReport },
      { quiet: () => told.push('quiet'), dead: () => told.push('dead') },
    );
    await passes(10_000);
    expect(told).toEqual([]);
    quiet.doubt();
    expect(quiet.lasts).toBe(false);
  }
});
