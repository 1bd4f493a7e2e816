import { expect, test } from 'vitest';
import type { Written } from './written';

/** Every file of every language, by its path: `./de/circle/door.ts`. */
const files = import.meta.glob<Record<string, unknown>>(['./*/*/*.ts', '!./*/*/index.ts'], {
  eager: true,
});
const beforeScripts = import.meta.glob<string>('./*/not-started.txt', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const [english, others] = split();

function split(): [Map<string, unknown>, Map<string, Map<string, unknown>>] {
  const found = new Map<string, Map<string, unknown>>();
  const words = Object.entries(files).map(
    ([path, file]) => [path, Object.values(file)[0]] as const,
  );
  for (const [path, said] of [...words, ...Object.entries(beforeScripts)]) {
    const [, language, area] = /^\.\/([^/]+)\/(.+)$/.exec(path)!;
    if (!found.has(language!)) found.set(language!, new Map());
    found.get(language!)!.set(area!, said);
  }
  const en = found.get('en')!;
  found.delete('en');
  return [en, found];
}

const writing = import.meta.glob<Written>('./*/written.ts', { eager: true, import: 'written' });
const writtenIn = (language: string): Written => writing[`./${language}/written.ts`]!;

/** In no language. */
const WRONG = {
  'a straight quotation mark or apostrophe': /["']/,
  'two spaces': / {2}/,
  'a space before a full stop or comma': /[ \u00a0\u202f][.,](?!\.)/,
  'three points for one sign': /\.\.\./,
};

/** No part of any word: German “Die” holds “Di”. */
const PARTS = ['Adaq', 'Boq', 'Cyq', 'Diq'];
const NUMBERS = [0, 1, 2, 3, 5, 12, 22];

/** What this word says, with each number of each count, where it is a sentence that something completes. */
function said(word: unknown): string[] {
  if (typeof word === 'string') return [word];
  if (typeof word !== 'function') return [];
  const say = word as (...told: unknown[]) => string;
  return NUMBERS.flatMap((n) => [
    say(...PARTS),
    ...tried(() => say(n, ...PARTS)),
    ...tried(() => say('Ada', n)),
  ]).filter((text) => typeof text === 'string');
}

function tried(say: () => string): string[] {
  try {
    return [say()];
  } catch {
    return [];
  }
}

/** Each word of a dictionary with its path: `leading.next`. */
function* wordsIn(words: unknown, path = ''): Generator<[string, unknown]> {
  if (words === null || typeof words !== 'object') yield [path, words];
  else for (const [key, word] of Object.entries(words)) yield* wordsIn(word, `${path}.${key}`);
}

function atPath(words: unknown, path: string): unknown {
  return path
    .split('.')
    .slice(1)
    .reduce((at, key) => (at as Record<string, unknown> | undefined)?.[key], words);
}

const all = [['en', english] as const, ...others];

const indexes = import.meta.glob<Record<string, unknown>>('./*/*/index.ts', { eager: true });

test.each(Object.entries(indexes))('%s brings every file beside it', (path, index) => {
  const beside = Object.keys(files).filter((file) => file.startsWith(path.replace('index.ts', '')));
  expect(Object.keys(index)).toHaveLength(beside.length);
});

test.each([...others])('%s has every file that English has, and no other', (_, areas) => {
  expect([...areas.keys()].sort()).toEqual([...english.keys()].sort());
});

test.each([...others])('%s says what English says, completed by the same', (_, areas) => {
  const lacking: string[] = [];
  for (const [area, words] of english)
    for (const [path, word] of wordsIn(words)) {
      const own = atPath(areas.get(area), path);
      const parts = (texts: string[]) => PARTS.filter((part) => texts[0]?.includes(part));
      const [mine, theirs] = [said(own), said(word)];
      if (mine.length === 0 ? theirs.length > 0 : (theirs[0] === '') !== (mine[0] === ''))
        lacking.push(`${area}${path} says nothing`);
      else if (typeof word === 'function' && parts(mine).join() !== parts(theirs).join())
        lacking.push(`${area}${path} says “${mine[0]}”, English “${theirs[0]}”`);
    }
  expect(lacking).toEqual([]);
});

test.each(all)('%s is written as that language writes', (language, areas) => {
  const found: string[] = [];
  for (const [area, words] of areas)
    for (const [path, word] of wordsIn(words))
      for (const text of new Set(said(word)))
        for (const [what, wrong] of Object.entries({ ...WRONG, ...writtenIn(language).wrong }))
          if (wrong.test(text)) found.push(`${area}${path}: ${what}: ${text}`);
  expect(found).toEqual([]);
});

test.each(all)('%s puts its own quotation marks around what is quoted', (language, areas) => {
  const joined = atPath(areas.get('everywhere/language.ts'), '.joined.quoted');
  expect(said(joined)[0]).toMatch(writtenIn(language).quotes);
});

test('a unit goes by its number, in as many forms as the language has', () => {
  const unit = (language: string) =>
    atPath(
      language === 'en'
        ? english.get('group/group-leading.ts')
        : others.get(language)?.get('group/group-leading.ts'),
      '.plan.unit.weeks',
    ) as (n: number) => string;
  expect([1, 2].map(unit('en'))).toEqual(['week', 'weeks']);
  expect([1, 2, 5, 22].map(unit('pl'))).toEqual(['tydzień', 'tygodnie', 'tygodni', 'tygodnie']);
});
