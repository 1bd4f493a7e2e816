import { expect, test } from 'vitest';
import { wordsFor } from './strings';
import { en } from './strings.en';

test('a language there is none of falls back to English', () => {
  expect(wordsFor(['xx-YY', 'en-GB'])).toBe(en);
  expect(wordsFor([])).toBe(en);
});

test('one is singular, everything else plural', () => {
  expect(en.front.members(1)).toBe('That leaves 1 seat for a member.');
  expect(en.front.members(6)).toBe('That leaves 6 seats for members.');
  expect(en.leading.more(1)).toBe('1 minute more');
  expect(en.leading.more(5)).toBe('5 minutes more');
});

test('no word of the page is one that a circle does not use', () => {
  const said = JSON.stringify(en, (_, value: unknown) =>
    typeof value === 'function' ? (value as (x: string) => string)('N') : value,
  );
  expect(said).not.toMatch(/\b(host|attendee|users?|participants?|mute[ds]?|unmute)\b/i);
});
