import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ServerClock } from './clock';
import { Heartbeat } from './heartbeat';

let heartbeat: Heartbeat;
let happened: string[];
let startedMs: number;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('window', new EventTarget());
  happened = [];
});

afterEach(() => {
  heartbeat.stop();
  vi.useRealTimers();
});

/** A line that has answered once, in so long, and is doubted now. Null: it has not answered yet. */
async function doubted(roundTripMs: number | null): Promise<void> {
  const notes = (what: string) => () =>
    void happened.push(`${what} ${performance.now() - startedMs}`);
  const clock = new ServerClock();
  heartbeat = new Heartbeat(clock, { send: vi.fn(), late: notes('late'), silent: notes('silent') });
  heartbeat.start();
  await answers(roundTripMs);
  startedMs = performance.now();
  heartbeat.probe();
}

/** What has just been asked is answered after so long. */
async function answers(afterMs: number | null): Promise<void> {
  if (afterMs === null) return;
  const sent_ms = performance.now();
  await vi.advanceTimersByTimeAsync(afterMs);
  heartbeat.heard({ type: 'pong', sent_ms, now_ms: 0, late: [] });
}

test.each([
  ['a good line', 40, ['late 130', 'silent 400']],
  ['a line of a tenth of a second', 100, ['late 250', 'silent 400']],
  ['a slow line', 450, ['late 950', 'silent 1100']],
  ['a line that has not answered yet', null, ['late 400', 'silent 400']],
])('%s that does not answer is given up once it would have', async (_, roundTripMs, then) => {
  await doubted(roundTripMs);
  await vi.advanceTimersByTimeAsync(1500);
  expect(happened).toEqual(then);
});

test('a slow line that answers as fast as ever is well, and one that takes half as long again', async () => {
  await doubted(450);
  await answers(450);
  heartbeat.probe();
  await answers(675);
  await vi.advanceTimersByTimeAsync(1500);
  expect(happened).toEqual([]);
});

test('however slow a line is, three seconds are enough to give it up', async () => {
  await doubted(1900);
  await vi.advanceTimersByTimeAsync(3000);
  expect(happened.map((what) => what.split(' ')[0])).toContain('silent');
});
