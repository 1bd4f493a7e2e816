import { describe, expect, test } from 'vitest';
import tokens from '../tokens.css?raw';

const TEXT = 4.5;
const DRAWN = 3;

/** What stands on what, and how much it must stand out: words, and what only a shape or an edge tells. */
const PAIRS: [number, string, string[]][] = [
  [
    TEXT,
    'ink',
    ['paper', 'surface', 'rug', 'accent-wash', 'presenter-wash', 'attention-wash', 'request-wash'],
  ],
  [
    TEXT,
    'soft',
    ['paper', 'surface', 'rug', 'accent-wash', 'presenter-wash', 'attention-wash', 'request-wash'],
  ],
  [TEXT, 'on-accent', ['accent', 'accent-deep']],
  [TEXT, 'accent', ['paper', 'surface']],
  [TEXT, 'presenter', ['paper', 'surface', 'presenter-wash']],
  [TEXT, 'attention', ['paper', 'surface', 'attention-wash']],
  [TEXT, 'request', ['paper', 'surface', 'request-wash']],
  [DRAWN, 'edge', ['paper', 'surface', 'rug']],
  [DRAWN, 'accent', ['paper', 'surface', 'rug', 'accent-wash']],
  [DRAWN, 'presenter', ['paper', 'surface', 'rug']],
  [DRAWN, 'attention', ['paper', 'surface', 'rug']],
  [DRAWN, 'time', ['paper', 'surface', 'rug']],
  [DRAWN, 'wood', ['paper', 'surface', 'rug']],
  [DRAWN, 'speech', ['paper', 'surface', 'rug', 'presenter-wash']],
];

/** These only part or shade what is told otherwise too. */
const DECORATE = ['line', 'rug-edge', 'veil', 'shadow'];

type Tokens = Record<string, string>;

/** The colours of both themes: the dark one says only what differs. */
function themes(css: string): Record<'light' | 'dark', Tokens> {
  const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
  const read = (part: string): Tokens =>
    Object.fromEntries(
      [...part.matchAll(/--([\w-]+):\s*(#[\da-f]{6})\b/gi)].map(([, name, colour]) => [
        name,
        colour,
      ]),
    );
  return { light: read(light), dark: { ...read(light), ...read(dark) } };
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (lighter + 0.05) / (darker + 0.05);
}

test('black on white is 21 to 1, and the grey that just passes passes', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#767676', '#ffffff')).toBeGreaterThanOrEqual(TEXT);
  expect(contrast('#777777', '#ffffff')).toBeLessThan(TEXT);
});

test('every colour is asked about, or only decorates', () => {
  const [light = ''] = tokens.split('@media');
  const coloured = [...light.matchAll(/--([\w-]+): [^;]*(?:#|rgb)/g)].map(([, name]) => name!);
  const asked = PAIRS.flatMap(([, front, backs]) => [front, ...backs]);
  expect(new Set([...asked, ...DECORATE])).toEqual(new Set(coloured));
});

describe.each(Object.entries(themes(tokens)))('in the %s theme', (_, colours) => {
  const cases = PAIRS.flatMap(([least, front, backs]) =>
    backs.map((back) => [front, back, least] as const),
  );
  test.each(cases)('%s on %s is %d to 1 at least', (front, back, least) => {
    expect(contrast(colours[front]!, colours[back]!)).toBeGreaterThanOrEqual(least);
  });
});
