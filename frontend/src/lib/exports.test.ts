import { expect, test } from 'vitest';

/** What the page exports, and what of the wire is generated for it; not its words, which each language has under the same names. */
const sources = import.meta.glob<string>(['../**/*.ts', '!../**/*.test.ts', '!../words/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const EXPORT = /^export (?:async )?(?:interface|type|class|function|const) (\w+)/gm;
/** Each part of the page has those that it loads under this name. */
const OF_EACH_PART = 'words';

const exported = (source: string): string[] =>
  [...source.matchAll(EXPORT)].map(([, name]) => name!);

test('an exported name means one thing, on the wire too', () => {
  const names = Object.values(sources).flatMap(exported);
  expect(names.length).toBeGreaterThan(500);
  const again = names.filter((name, index) => names.indexOf(name) < index);
  expect(again.filter((name) => name !== OF_EACH_PART)).toEqual([]);
});

test('what a file exports is found', () => {
  const source =
    'export interface A {}\nexport type B<T> = T;\nexport async function c() {}\nexport const D = 1;\n';
  expect(exported(`${source}const e = 1;\nexport { e };\nexport class F {}`)).toEqual([...'ABcDF']);
});
