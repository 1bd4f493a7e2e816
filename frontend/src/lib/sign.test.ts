import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SignAtDoor } from './sign.svelte';

let answers: (Response | null)[];
let asked: number;
let sign: SignAtDoor;

beforeEach(() => {
  vi.useFakeTimers();
  asked = 0;
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => {
      const answer = answers[asked++] ?? null;
      if (!answer) throw new TypeError('offline');
      return answer;
    }),
  );
});

afterEach(() => {
  sign.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('a sign that cannot be read is looked for again, and no more once it is read', async () => {
  answers = [null, new Response('Bad gateway', { status: 502 }), new Response('{"title":"T"}')];
  sign = new SignAtDoor('mine');
  expect(sign.looked).toBe(false);
  await vi.advanceTimersByTimeAsync(0);
  expect([sign.looked, sign.look, asked]).toEqual([true, null, 1]);
  await vi.advanceTimersByTimeAsync(1000);
  expect([sign.look, asked]).toEqual([null, 2]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(sign.look).toEqual({ sign: { title: 'T' } });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toBe(3);
});

test('the waits grow, up to eight seconds', async () => {
  answers = [];
  sign = new SignAtDoor('mine');
  await vi.advanceTimersByTimeAsync(120_000);
  const sofar = asked;
  await vi.advanceTimersByTimeAsync(80_000);
  expect(asked - sofar).toBeGreaterThanOrEqual(10);
  expect(asked - sofar).toBeLessThanOrEqual(20);
});

test('whoever has gone looks no more', async () => {
  answers = [];
  sign = new SignAtDoor('mine');
  sign.close();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toBe(1);
});
