import { expect, test, vi } from 'vitest';
import { watchSpeech } from './spoke';

test('speech is said at once, and then at most once in two seconds', () => {
  vi.useFakeTimers();
  let speaks = false;
  const said: number[] = [];
  const end = watchSpeech(
    () => speaks,
    () => said.push(performance.now()),
  );
  vi.advanceTimersByTime(1000);
  expect(said).toEqual([]);
  speaks = true;
  vi.advanceTimersByTime(4500);
  expect(said).toHaveLength(3);
  expect(Math.min(said[1]! - said[0]!, said[2]! - said[1]!)).toBeGreaterThanOrEqual(2000);
  speaks = false;
  vi.advanceTimersByTime(10_000);
  speaks = true;
  end();
  vi.advanceTimersByTime(10_000);
  expect(said).toHaveLength(3);
  vi.useRealTimers();
});
