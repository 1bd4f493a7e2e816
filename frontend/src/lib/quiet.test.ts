import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DEAD_MS, Quiet, QUIET_MS } from './quiet';

const LOOK_MS = 350;
let pairs: object[];
let told: string[];
let quiet: Quiet;

const inUse = (counts: object) => ({ type: 'candidate-pair', selected: true, ...counts });

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  pairs = [inUse({ requestsReceived: 1, responsesReceived: 2, packetsReceived: 3 })];
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
      pairs = [inUse({ requestsReceived: 1, [what]: n })];
      await passes(QUIET_MS - LOOK_MS);
    }
    expect(told).toEqual([]);
    expect(quiet.lasts).toBe(false);
  },
);

test('quiet is told once, then that it lasts, and both again once something came meanwhile', async () => {
  await passes(LOOK_MS + QUIET_MS - 1);
  expect(told).toEqual([]);
  expect(quiet.lasts).toBe(false);
  await passes(1);
  expect(told).toEqual(['quiet']);
  expect(quiet.lasts).toBe(true);
  await passes(DEAD_MS);
  expect(told).toEqual(['quiet', 'dead']);
  await passes(60_000);
  expect(told.length).toBe(2);
  pairs = [inUse({ requestsReceived: 9 })];
  await passes(100);
  expect(quiet.lasts).toBe(false);
  await passes(DEAD_MS + LOOK_MS);
  expect(told.length).toBe(4);
});

test('voices say when they came: it is quiet so long after the last of them, not after it was noticed', async () => {
  const dated = { timestamp: 9000, lastPacketReceivedTimestamp: 8700 };
  pairs = [inUse({ requestsReceived: 1, packetsReceived: 3, ...dated })];
  await passes(LOOK_MS + QUIET_MS - 301);
  expect(told).toEqual([]);
  await passes(1);
  expect(told).toEqual(['quiet']);
});

test('once it is ended it looks no more, not even where it was just looking', async () => {
  let looks = 0;
  quiet.close();
  const peer = {
    getStats: async () => (looks++, quiet.close(), new Map() as unknown as RTCStatsReport),
  };
  quiet = new Quiet(peer, { quiet: () => told.push('quiet'), dead: () => told.push('dead') });
  await passes(10_000);
  expect(looks).toBe(1);
});

test('since a change of the network only what comes after it counts', async () => {
  await passes(LOOK_MS);
  expect(quiet.lasts).toBe(false);
  quiet.doubt();
  expect(quiet.lasts).toBe(true);
  pairs = [inUse({ requestsReceived: 9 })];
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

test('what comes by another way than the one in use is no comfort', async () => {
  const backup = { type: 'candidate-pair', state: 'succeeded', requestsReceived: 0 };
  pairs.push(backup);
  for (let n = 0; n < 4; n++) {
    backup.requestsReceived++;
    await passes(LOOK_MS);
  }
  expect(told).toEqual(['quiet']);
});
