import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Quiet, QUIET_MS, UNSEEN_MAX } from './quiet';

const LOOK_MS = 350;
const ASKS_MS = 30;
/** From the first question to the last look. */
const DIES_MS = UNSEEN_MAX * ASKS_MS;
let pairs: object[];
let told: string[];
let asked: number;
let answers: number;
let answersSoon: boolean;
let quiet: Quiet;

const listener = {
  asks: () => {
    asked++;
    if (answersSoon) answers++;
  },
  answers: () => answers,
  quiet: () => told.push('quiet'),
  dead: () => told.push('dead'),
};

const inUse = (counts: object) => ({ type: 'candidate-pair', selected: true, ...counts });

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  asked = answers = 0;
  answersSoon = true;
  pairs = [inUse({ requestsReceived: 1, responsesReceived: 2, packetsReceived: 3 })];
  const peer = { getStats: async () => new Map(pairs.entries()) as unknown as RTCStatsReport };
  quiet = new Quiet(peer, listener);
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

test('quiet is told once, then that the way has died, and both again once something came meanwhile', async () => {
  await passes(LOOK_MS + QUIET_MS - 1);
  expect(told).toEqual([]);
  expect(quiet.lasts).toBe(false);
  await passes(1);
  expect(told).toEqual(['quiet']);
  expect(quiet.lasts).toBe(true);
  await passes(DIES_MS);
  expect(told).toEqual(['quiet', 'dead']);
  await passes(60_000);
  expect(told.length).toBe(2);
  pairs = [inUse({ requestsReceived: 9 })];
  await passes(100);
  expect(quiet.lasts).toBe(false);
  await passes(QUIET_MS + DIES_MS + LOOK_MS);
  expect(told.length).toBe(4);
  expect(asked).toBe(2 * UNSEEN_MAX);
});

test('where the server does not answer no way is called dead: the network may come back', async () => {
  answersSoon = false;
  answers = 5 * UNSEEN_MAX; // what it answered before says nothing
  await passes(60_000);
  expect(told).toEqual(['quiet']);
  expect(asked).toBe(2 * UNSEEN_MAX);
});

test('answers that come all at once count once: their checks were sent in one moment', async () => {
  answersSoon = false;
  await passes(LOOK_MS + QUIET_MS + 1);
  answers += UNSEEN_MAX - 1;
  await passes(10 * DIES_MS);
  expect(told).toEqual(['quiet']);
});

test('one of many checks is enough, whatever the server has answered', async () => {
  for (let n = 2; n < 40; n++) {
    pairs = [inUse({ requestsReceived: n })];
    await passes(QUIET_MS + LOOK_MS - 100);
  }
  expect(asked).toBeGreaterThan(40);
  expect(told).not.toContain('dead');
});

/** Somebody speaks, and all that was sent, answers too, comes in clumps of so many milliseconds. */
async function comesInClumps(everyMs: number, seconds: number): Promise<void> {
  answersSoon = false;
  for (let clumps = 1; clumps * everyMs <= seconds * 1000; clumps++) {
    await passes(everyMs);
    answers = asked;
    const lastPacketReceivedTimestamp = performance.now();
    const packetsReceived = Math.floor((clumps * everyMs) / 20);
    const counts = { requestsReceived: 1 + asked, packetsReceived, lastPacketReceivedTimestamp };
    pairs = [Object.defineProperty(inUse(counts), 'timestamp', { get: () => performance.now() })];
  }
  answersSoon = true;
}

describe.each([300, 400, 500, 600, 800, 950])('where all comes in clumps of %i ms', (everyMs) => {
  test('the server is asked so seldom that it never takes it for a flood', async () => {
    await comesInClumps(everyMs, 60);
    expect(asked).toBeGreaterThan(60);
    expect(asked).toBeLessThanOrEqual(2 * UNSEEN_MAX + 60 * 5 + 1);
    expect(told).not.toContain('dead');
  });

  test('a way that dies then is found all the same', async () => {
    await comesInClumps(everyMs, 60);
    await passes(3000);
    expect(told.at(-1)).toBe('dead');
  });
});

test('in the midst of a voice it is doubted sooner, and after a check alone that is a pause', async () => {
  const dated = (packetsReceived: number, requestsReceived: number) => {
    const lastPacketReceivedTimestamp = performance.now();
    const pair = inUse({ requestsReceived, packetsReceived, lastPacketReceivedTimestamp });
    pairs = [Object.defineProperty(pair, 'timestamp', { get: () => performance.now() })];
  };
  for (let packets = 0; packets < 100; packets++) {
    dated(packets, 1);
    await passes(20);
  }
  await passes(170);
  expect(asked).toBe(0);
  await passes(DIES_MS);
  expect(asked).toBe(UNSEEN_MAX);
  expect(told).toEqual([]);
  await passes(30);
  expect(told).toEqual(['dead']);
  pairs = [inUse({ requestsReceived: 2, packetsReceived: 99 })];
  await passes(100);
  expect(asked).toBe(UNSEEN_MAX);
  await passes(QUIET_MS - 110);
  expect(asked).toBe(UNSEEN_MAX);
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
  quiet = new Quiet(peer, listener);
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
      listener,
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
  expect(told).toEqual(['quiet', 'dead']);
});
