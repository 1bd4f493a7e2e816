import { expect, test } from 'vitest';
import { everywhere, quoted, strayMark, type Written } from './written';

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

/** No part of any word: German “Die” holds “Di”. */
const PARTS = ['Adaq', 'Boq', 'Cyq', 'Diq'];
/** Each of them has another form in some language; the last is said in digits by all. */
const NUMBERS = [0, 1, 2, 3, 5, 12, 22];
const TOLD = [...PARTS, '22'];

type Say = (...told: unknown[]) => string;

/** What may complete a word: a text in each place, or a number in some and texts in the others. */
const toldTo = (word: unknown): unknown[][] => {
  const parts = PARTS.slice(0, typeof word === 'function' ? word.length : 0);
  const sets = Array.from({ length: 2 ** parts.length }, (_, set) => set);
  const counted = NUMBERS.flatMap((n) =>
    sets.map((set) => parts.map((part, at) => ((set >> at) & 1 ? n : part))),
  );
  return parts.length > 0 ? [parts, ...counted] : [parts];
};

/** What a word says so. A count is no text, and a text no count: what cannot be completed so says nothing. */
function saying(word: unknown, told: unknown[]): string | undefined {
  try {
    const text: unknown = typeof word === 'function' ? (word as Say)(...told) : word;
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}

const said = (word: unknown): string[] => toldTo(word).flatMap((told) => saying(word, told) ?? []);

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

test.each(all)('%s says something with each sentence that is completed', (_, areas) => {
  const silent = [...areas].flatMap(([area, words]) =>
    [...wordsIn(words)].flatMap(([path, word]) =>
      typeof word === 'function' && said(word).length === 0 ? area + path : [],
    ),
  );
  expect(silent).toEqual([]);
});

/** What stands on a button, and what the button is called where that says more: whom it is about. */
const NAMED: readonly (readonly [string, string, string])[] = [
  ['circle/meeting.ts', 'agree', 'agreeTo'],
  ['circle/leading.ts', 'name_presenter', 'makePresenter'],
  ['leading/now.ts', 'no', 'turnAway'],
  ['front/links.ts', 'copyInvitation', 'copyInvitationFor'],
  ['front/links.ts', 'copyLink', 'copyLinkFor'],
  ['front/links.ts', 'share', 'shareFor'],
  ['front/links.ts', 'mail', 'mailFor'],
  ['group/group.ts', 'absent', 'absentOn'],
  ['group/group.ts', 'comes', 'comesOn'],
  ['group/group-leading.ts', 'copy', 'copyFor'],
  ['group/group-leading.ts', 'link', 'linkFor'],
  ['group/group-leading.ts', 'share', 'shareFor'],
  ['group/group-leading.ts', 'mail', 'mailFor'],
  ['group/group-leading.ts', 'text', 'textFor'],
  ['group/new-group.ts', 'facilitatesShort', 'facilitates'],
];

// WCAG 2.2, 2.5.3: whoever speaks to the page says what they read.
test.each(all)('%s calls a button by what stands on it', (_, areas) => {
  const unheard = NAMED.flatMap(([area, ...keys]) => {
    const words = [...wordsIn(areas.get(area))];
    const [label, name] = keys.map((key) => {
      const [, word] = words.find(([path]) => path.endsWith(`.${key}`)) ?? [];
      return saying(word, PARTS)?.toLowerCase() ?? '';
    });
    return label && name?.includes(label) ? [] : `${area}: “${name}” is read as “${label}”`;
  });
  expect(unheard).toEqual([]);
});

test.each(all)('%s refuses to let an observer in by what the door says of them', (_, areas) => {
  const by = (area: string, key: string): unknown =>
    [...wordsIn(areas.get(area))].find(([path]) => path.endsWith(key))?.[1];
  expect(by('circle/circle.ts', '.not_agreed')).toBe(by('leading/now.ts', '.notAllAgreed'));
});

test.each([...others])('%s says what English says, completed by the same', (_, areas) => {
  const lacking: string[] = [];
  const parts = (text = '') => TOLD.filter((part) => text.includes(part)).join();
  for (const [area, words] of english)
    for (const [path, word] of wordsIn(words))
      for (const told of toldTo(word)) {
        const theirs = saying(word, told);
        const mine = saying(atPath(areas.get(area), path), told);
        const isCompletedOtherwise = typeof word === 'function' && theirs === undefined;
        if (!isCompletedOtherwise && (!mine !== !theirs || parts(mine) !== parts(theirs)))
          lacking.push(`${area}${path} says “${mine}”, English “${theirs}”`);
      }
  expect(lacking).toEqual([]);
});

test.each(all)('%s is written as that language writes', (language, areas) => {
  const written = writtenIn(language);
  const rules = Object.entries({ ...everywhere, ...written.wrong });
  const found: string[] = [];
  for (const [area, words] of areas)
    for (const [path, word] of wordsIn(words))
      for (const text of new Set(said(word))) {
        for (const [what, wrong] of rules)
          if (wrong.finds.test(text)) found.push(`${area}${path}: ${what}: ${text}`);
        const mark = strayMark(text, written);
        if (mark !== undefined) found.push(`${area}${path}: ${mark} alone, or foreign: ${text}`);
      }
  expect(found).toEqual([]);
});

test.each(all)('each rule of how %s is written finds what is wrong', (language) => {
  const written = writtenIn(language);
  for (const wrong of Object.values({ ...everywhere, ...written.wrong }))
    for (const text of wrong.in) expect(text).toMatch(wrong.finds);
  const [open, close] = written.quotes;
  const stray = [
    `${open}Ada`,
    `${open} Ada ${close}`,
    `${open}Ada, ${open}Bo${close}`,
    `"Ada${open}`,
    '‹',
  ];
  expect(stray.filter((text) => strayMark(text, written) === undefined)).toEqual([]);
  expect(strayMark(`${open}Ada${close}, ${open}Bo${close}`, written)).toBeUndefined();
});

test.each(all)('%s puts its own quotation marks around what is quoted', (language, areas) => {
  const joined = atPath(areas.get('everywhere/language.ts'), '.joined.quoted');
  expect(said(joined)[0]).toMatch(quoted(writtenIn(language)));
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
