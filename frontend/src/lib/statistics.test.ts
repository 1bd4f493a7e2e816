import { expect, test, vi } from 'vitest';
import { Statistics } from './statistics';

test('who looks now and then sees what another was told a moment ago; who must know asks anew', async () => {
  let nowMs = 0;
  const asked = vi.fn(async (): Promise<RTCStatsReport> => new Map());
  const told = vi.fn();
  const statistics = new Statistics({ getStats: asked }, told, () => nowMs);

  const first = await statistics.recent();
  nowMs = 99;
  expect(await statistics.recent()).toBe(first);
  nowMs = 350;
  const second = await statistics.recent();
  expect(second).not.toBe(first);
  const third = await statistics.getStats();
  expect(third).not.toBe(second);
  nowMs = 199;
  expect(await statistics.recent()).toBe(third);
  expect(asked).toHaveBeenCalledTimes(3);
  expect(told.mock.calls).toEqual([[first], [second], [third]]);
});
