import { expect, test } from 'vitest';
import { loudnessOf } from './loudness';

test('a received voice is as loud as its newest packet, and silent when none has come since', () => {
  const packet = { timestamp: 1, audioLevel: 0.1, source: 7, rtpTimestamp: 0 };
  const packets: (typeof packet)[] = [];
  const db = loudnessOf({ getSynchronizationSources: () => packets });
  expect(db()).toBe(-100);
  packets.push(packet);
  expect(db()).toBeCloseTo(-20);
  expect(db()).toBe(-100);
  packet.timestamp = 2;
  packet.audioLevel = 0;
  expect(db()).toBe(-100);
});
