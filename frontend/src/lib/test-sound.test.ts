import { expect, test } from 'vitest';
import { softSound, wav } from './test-sound';

test('the test sound is soft, short, and begins and ends in silence', () => {
  const samples = softSound();
  const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  expect(loudest).toBeGreaterThan(0.05);
  expect(loudest).toBeLessThan(0.25);
  expect(samples.length).toBeLessThan(16_000);
  expect([samples.at(0), samples.at(-1)].map((sample) => Math.abs(sample!) < 0.001)).toEqual([
    true,
    true,
  ]);
});

test('as a file it says how long it is', async () => {
  const file = new DataView(await wav(Float32Array.of(0, 0.5, -0.5)).arrayBuffer());
  expect(file.byteLength).toBe(50);
  expect([file.getUint32(4, true), file.getUint32(40, true)]).toEqual([42, 6]);
  expect(file.getInt16(46, true)).toBe(16_384);
});
