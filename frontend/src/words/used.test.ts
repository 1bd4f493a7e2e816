import { expect, test } from 'vitest';

/** The page's own words. What the server writes of itself, it reads as a whole. */
const english = import.meta.glob<object>(['./en/*/*.ts', '!./en/server/*.ts'], { eager: true });

const sources = import.meta.glob<string>(
  ['../**/*.{ts,svelte}', '!../words/**', '!../**/*.test.ts'],
  { eager: true, query: '?raw', import: 'default' },
);

/** Names that the page puts together. */
const COMPOSED = /^(renew|remove)(Title|Yes|No)$/;

function namesIn(words: unknown): string[] {
  if (typeof words !== 'object' || words === null || Array.isArray(words)) return [];
  return Object.entries(words).flatMap(([name, word]) => [name, ...namesIn(word)]);
}

/** Types ask for a word that is missing in a language, and are content with one that nothing says any more. */
test('the page says each of its words somewhere', () => {
  const named = new Set(Object.values(sources).flatMap((text) => text.match(/\w+/g) ?? []));
  const names = Object.values(english).flatMap((file) => Object.values(file).flatMap(namesIn));
  expect(names.length).toBeGreaterThan(500);
  expect(names.filter((name) => !named.has(name) && !COMPOSED.test(name))).toEqual([]);
});
