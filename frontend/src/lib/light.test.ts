import { expect, test } from 'vitest';
import { Light } from './light';

test('the light comes at once with a voice and stays through its short silences', () => {
  const light = new Light();
  expect(light.update(-90, 0)).toBe(false);
  expect(light.update(-30, 100)).toBe(true);
  expect(light.update(-90, 400)).toBe(true);
  expect(light.update(-30, 700)).toBe(true);
  expect(light.update(-90, 1100)).toBe(true);
  expect(light.update(-90, 1300)).toBe(false);
});

test('a quiet room does not light it, a fading voice keeps it', () => {
  const light = new Light();
  expect(light.update(-52, 0)).toBe(false);
  expect(light.update(-40, 100)).toBe(true);
  expect(light.update(-52, 5000)).toBe(true);
});
