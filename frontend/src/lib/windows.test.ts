import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askForSeat, holdSeat, isHeldElsewhere } from './windows';

type Asks = (name: string, options: LockOptions, got: (lock: Lock | null) => unknown) => unknown;

/** A browser that answers so late whether the lock is free, and in which another window lets go of it at this time. */
function browser(answersAfterMs: number, freeAtMs: number): void {
  const request: Asks = async (_, { signal }, got) => {
    await new Promise((answer) => setTimeout(answer, answersAfterMs));
    signal?.throwIfAborted();
    return got(performance.now() >= freeAtMs ? ({} as Lock) : null);
  };
  vi.stubGlobal('navigator', { locks: { request } });
}

async function held(): Promise<boolean> {
  const answer = isHeldElsewhere('token');
  await vi.runAllTimersAsync();
  return answer;
}

let begunMs: number;

beforeEach(() => {
  vi.useFakeTimers();
  begunMs = performance.now();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a page that is slow to learn that its seat is free does not say that another window has it', async () => {
  browser(5000, begunMs);
  expect(await held()).toBe(false);
});

test('a page that is loaded anew waits for itself to let go', async () => {
  browser(1, begunMs + 400);
  expect(await held()).toBe(false);
});

test('a seat that stays held is held by another window', async () => {
  browser(1, Infinity);
  expect(await held()).toBe(true);
});

test('without locks, or where the browser refuses them, nothing is known of other windows', async () => {
  vi.stubGlobal('navigator', {});
  expect(await held()).toBe(false);
  vi.stubGlobal('navigator', {
    locks: { request: () => Promise.reject(new DOMException('', 'SecurityError')) },
  });
  expect(await held()).toBe(false);
});

test('where the browser lets no windows speak to each other, the seat is had all the same', async () => {
  browser(1, begunMs);
  vi.stubGlobal('BroadcastChannel', function denied() {
    throw new DOMException('', 'SecurityError');
  });
  holdSeat('token')();
  expect(await askForSeat('token')).toBe(null);
});
