import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Now } from './now.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Looked at whenever it is a whole second by the page's clock. */
const untilNextSecond = (ms: number): number => 1000 - (ms % 1000);

test('the clock is looked at as soon as what is shown of it changes, and no oftener', async () => {
  await vi.advanceTimersByTimeAsync(1000 - (performance.now() % 1000) + 300);
  const seen: number[] = [];
  let now!: Now;
  const end = $effect.root(() => {
    now = new Now(() => untilNextSecond(now.ms));
    $effect(() => void seen.push(now.ms));
  });
  const from = performance.now() - 300;
  await vi.advanceTimersByTimeAsync(2750);
  expect(seen.map((ms) => Math.round(ms - from))).toEqual([300, 1000, 2000, 3000]);
  end();
  await vi.advanceTimersByTimeAsync(5000);
  expect(seen.length).toBe(4);
});

test('where what is shown has changed already, as by another view, it is looked at once', async () => {
  let dueMs = $state(900);
  let now!: Now;
  const end = $effect.root(() => void (now = new Now(() => dueMs)));
  const from = now.ms;
  await vi.advanceTimersByTimeAsync(600);
  expect(now.ms).toBe(from);
  dueMs = 500;
  await vi.advanceTimersByTimeAsync(1);
  expect(Math.round(now.ms - from)).toBeGreaterThanOrEqual(600);
  expect(Math.round(now.ms - from)).toBeLessThanOrEqual(601);
  end();
});

test('where a browser tells the time by tenths of a second the clock goes on, and is late by no more', async () => {
  await vi.advanceTimersByTimeAsync(1000 - (performance.now() % 1000));
  const exactly = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => 100 * Math.floor(exactly() / 100));
  const behindMs: number[] = [];
  let now!: Now;
  const end = $effect.root(() => {
    now = new Now(() => untilNextSecond(now.ms + 270));
    $effect(() => void behindMs.push(exactly() - now.ms));
  });
  await vi.advanceTimersByTimeAsync(60_000);
  vi.restoreAllMocks();
  end();
  expect(behindMs.length).toBe(61);
  expect(Math.min(...behindMs)).toBeGreaterThan(-1);
  expect(Math.max(...behindMs)).toBeLessThan(101);
});
