import { expect, test } from 'vitest';

const sources = import.meta.glob<string>(['../**/*.svelte', '../*.css'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The sides of a line of text have other names in a language that is written from right to left. */
const PHYSICAL = [
  /(?:^|[\s;{-])(?:left|right)\s*:/,
  /(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)\b/,
  /border-(?:top|bottom)-(?:left|right)-radius/,
  /(?:text-align|float|clear)\s*:\s*(?:left|right)\b/,
];

const styles = Object.entries(sources).map(([path, source]): [string, string] => [
  path,
  path.endsWith('.css') ? source : (/<style>([^]*)<\/style>/.exec(source)?.[1] ?? ''),
]);

test('there are styles to look at', () => {
  expect(styles.filter(([, style]) => style !== '').length).toBeGreaterThan(30);
});

test.each(styles)('%s knows start and end, not left and right', (_, style) => {
  const lines = style.replace(/\/\*[^]*?\*\//g, '').split('\n');
  expect(lines.filter((line) => PHYSICAL.some((side) => side.test(line)))).toEqual([]);
});
