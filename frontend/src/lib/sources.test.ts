import { expect, test } from 'vitest';

/** What holds for every component and style of the page, whoever writes the next one. */
const sources = import.meta.glob<string>(['../**/*.svelte', '../*.css'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const files = Object.entries(sources).map(([path, source]) => ({
  file: path.replace('../', ''),
  style: path.endsWith('.css') ? source : (/<style>([^]*)<\/style>/.exec(source)?.[1] ?? ''),
  markup: source.replace(/<(script|style)[^]*?<\/\1>/g, ''),
}));

test('there are sources to look at', () => {
  expect(files.filter(({ style }) => style !== '').length).toBeGreaterThan(30);
});

/** The sides of a line of text have other names in a language that is written from right to left. */
const PHYSICAL = [
  /(?:^|[\s;{-])(?:left|right)\s*:/,
  /(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)\b/,
  /border-(?:top|bottom)-(?:left|right)-radius/,
  /(?:text-align|float|clear)\s*:\s*(?:left|right)\b/,
];

test.each(files)('$file knows start and end, not left and right', ({ style }) => {
  const lines = style.replace(/\/\*[^]*?\*\//g, '').split('\n');
  expect(lines.filter((line) => PHYSICAL.some((side) => side.test(line)))).toEqual([]);
});

/** Svelte sets it anew whenever anything in the element changes, and the browser finds the style of all that is in it again. */
test.each(files)(
  '$file says which way it is written by its style, and not by `dir`',
  ({ markup }) => {
    expect(markup).not.toMatch(/\sdir=/);
  },
);

/** What people have written themselves, standing by itself. Inside of sentences `isolating` sees to it. */
const OWN_WORDS =
  /(.{0,5})\{(?:(?:seat|person|observer|mine|sign|waiting|created|circle|(?:room\.)?view)\.(?:name|title)|name\.rest)\}/g;

test.each(files)('$file lets no name turn the words around it', ({ markup }) => {
  const bare = [...markup.matchAll(OWN_WORDS)].filter(
    ([, before]) => before !== '<bdi>' && !before!.endsWith('='),
  );
  expect(bare.map(([text]) => text)).toEqual([]);
});

/**
 * The page has one voice (`announcer`). Whatever else speaks by itself does so where that one is not heard: before the
 * circle, in a dialog of its own, or when a part of the page has failed.
 */
const OTHER_VOICES = [
  'CopyButton',
  'LanguageChoice',
  'LiveRegions',
  'Lobby',
  'LostByMail',
  'LostLink',
  'NewCircleForm',
  'OutputChoice',
  'OwnPlan',
  'Part',
  // The pages of a group: nobody is in a circle there.
  'group/GroupHome',
  'group/GroupVisit',
  'group/GuestHome',
  'group/Problem',
].map((name) => `ui/${name}.svelte`);

test('in the circle the page speaks with one voice', () => {
  const speaking = files.filter(({ markup }) =>
    /role="(?:status|alert|log)"|aria-live/.test(markup),
  );
  expect(speaking.map(({ file }) => file).filter((file) => !OTHER_VOICES.includes(file))).toEqual(
    [],
  );
});
