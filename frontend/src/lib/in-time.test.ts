import { expect, test, vi } from 'vitest';
import { ANSWERS_WITHIN_MS, inTime } from './in-time';

test('a part of the page is waited for as long as an answer; then, and where it cannot be had, there is none', async () => {
  vi.useFakeTimers();
  const never = inTime(new Promise(() => undefined));
  const told = expect(never).rejects.toBe(undefined);
  await vi.advanceTimersByTimeAsync(ANSWERS_WITHIN_MS);
  await told;
  vi.useRealTimers();
  expect(await inTime(Promise.resolve('a part'))).toBe('a part');
  await expect(inTime(Promise.reject(new TypeError('offline')))).rejects.toThrow('offline');
});
