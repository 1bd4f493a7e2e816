import { expect, test } from 'vitest';
import { isolated, isolating } from './isolate';

test('a name written from right to left turns nothing around it', () => {
  expect(isolated('מרים')).toBe('\u2068מרים\u2069');
  expect(isolated('Zoë 🙂')).toBe('Zoë 🙂');
});

test('a sentence written from right to left isolates every name', () => {
  const words = isolating({ knocks: (name: string) => `${name} בדלת` }, true);
  expect(words.knocks('Frida')).toBe('\u2068Frida\u2069 בדלת');
});

test('every text that completes a sentence of the dictionary is isolated', () => {
  const words = isolating({
    plain: 'Leave',
    none: null,
    points: [{ title: 'One' }, (name: string) => name],
    now: { knocks: (name: string, seat: number) => `${name}, ${seat}` },
  });
  expect(words.plain).toBe('Leave');
  expect(words.none).toBeNull();
  expect(words.points).toEqual([{ title: 'One' }, expect.any(Function)]);
  expect(words.now.knocks('فريدا', 3)).toBe('\u2068فريدا\u2069, 3');
  expect(words.now.knocks('Frida', 3)).toBe('Frida, 3');
});
