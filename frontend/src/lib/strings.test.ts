import { afterEach, expect, test, vi } from 'vitest';
import * as strings from './strings';
import { useLanguage, wordsFor, type Words } from './strings';
import { en } from './strings.en';

/** A language that is written from right to left, and of which there is no more than this. */
const he: Words = {
  ...en,
  lang: 'he',
  dir: 'rtl',
  now: { ...en.now, knocks: (name) => `${name} בדלת` },
};
const among = { he: async () => he, 'zh-Hant': async () => ({ ...en, lang: 'zh-Hant' }) };

const { name: _, ...nameless } = en;
// @ts-expect-error A word that another language lacks does not compile.
export const lacking: Words = nameless;

afterEach(async () => {
  vi.stubGlobal('document', { documentElement: {} });
  await useLanguage(['en']);
  vi.unstubAllGlobals();
});

test('a language there is none of falls back to English', async () => {
  expect(await wordsFor(['xx-YY', 'en-GB', 'he'], among)).toBe(en);
  expect(await wordsFor(['constructor'], among)).toBe(en);
  expect(await wordsFor([])).toBe(en);
});

test('the first language that there is speaks, whatever country it is spoken in', async () => {
  expect(await wordsFor(['xx', 'he-IL', 'en'], among)).toBe(he);
  expect((await wordsFor(['zh-Hant-TW'], among)).lang).toBe('zh-Hant');
  expect(await wordsFor(['zh-Hans'], among)).toBe(en);
});

test('a language that cannot be loaded falls back to English', async () => {
  expect(await wordsFor(['he'], { he: () => Promise.reject(new TypeError('offline')) })).toBe(en);
});

test('a language is loaded by nobody who does not read it', async () => {
  const load = vi.fn(async () => he);
  await wordsFor(['en', 'he'], { he: load });
  expect(load).not.toHaveBeenCalled();
});

test('the page tells the browser which language it speaks, and which way that is written', async () => {
  const documentElement = { lang: 'en', dir: '' };
  vi.stubGlobal('document', { documentElement });
  await useLanguage(['he'], among);
  expect(documentElement).toEqual({ lang: 'he', dir: 'rtl' });
  expect(strings.words.now.knocks('Frida')).toBe('\u2068Frida\u2069 בדלת');
  expect(strings.words.circle.leave).toBe(en.circle.leave);
});

test('one is singular, everything else plural', () => {
  expect(en.front.members(1)).toBe('That leaves 1 seat for a member.');
  expect(en.front.members(6)).toBe('That leaves 6 seats for members.');
  expect(en.leading.behind(1)).toBe('The meeting is 1 minute behind.');
  expect(en.leading.behind(5)).toBe('The meeting is 5 minutes behind.');
});

/** Every text of a dictionary, without the names it is called by. */
function texts(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return [(words as (x: string) => string)('N')];
  return Object.values(words ?? {}).flatMap(texts);
}

test('no word of the page is one that a circle does not use', () => {
  const said = texts(en).join('\n');
  expect(said).not.toMatch(/\b(host|attendee|users?|participants?|mute[ds]?|unmute)\b/i);
});

test('whoever holds the frame has one name on the page: facilitator', () => {
  expect(texts(en).filter((text) => /leader|\bleading\b/i.test(text))).toEqual([]);
});
