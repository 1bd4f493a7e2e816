import { afterEach, expect, test, vi } from 'vitest';
import { lineWords } from './check/words';
import { dictionaryOf, languagesOf } from './dictionaries';
import { circleEn } from './circle-words.en';
import { frontEn } from './front-words';
import { groupEn } from './group/words';
import { linksEn } from './links-words';
import * as strings from './strings';
import { laterWords, spokenOf, useLanguage, wordsFor, type Words } from './strings';
import { en } from './strings.en';
import { after } from '../words/en/leading/after';
import { tools } from '../words/en/leading/tools';
import { mail } from '../words/en/server/mail';

/** A language that is written from right to left, and of which there is no more than this. */
const he: Words = {
  ...en,
  lang: 'he',
  dir: 'rtl',
  check: { ...en.check, twin: (label) => `${label} שוב` },
};
const among = { he: async () => he, 'zh-Hant': async () => ({ ...en, lang: 'zh-Hant' }) };

const { name: _, ...nameless } = en;
// @ts-expect-error A word that another language lacks does not compile.
export const lacking: Words = nameless;
// @ts-expect-error Nor does one that English has not, however deep it stands.
export const spare: Words = { ...en, joined: { ...en.joined, apart: '' } };

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

test('the one Portuguese that there is speaks to all who read Portuguese', () => {
  for (const wanted of ['pt', 'pt-PT', 'pt-BR']) expect(spokenOf([wanted])).toBe('pt-PT');
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
  expect(strings.words.check.twin('USB', 2)).toBe('\u2068USB\u2069 שוב');
  expect(strings.words.lobby.join).toBe(en.lobby.join);
});

test('a part of the page speaks the language of the page, and English where it cannot', async () => {
  const door = { knocks: (name: string) => `${name} knocks` };
  const late = { knocks: (name: string) => `${name} בדלת` };
  const offline = (): Promise<never> => Promise.reject(new TypeError('offline'));
  const areas = { '../words/he/circle/door.ts': async () => ({ late }) };
  expect((await laterWords(door, areas)).knocks('Ada')).toBe('Ada knocks');
  vi.stubGlobal('document', { documentElement: {} });
  await useLanguage(['he'], among);
  const spoken = await laterWords(door, areas);
  expect(spoken.knocks('Ada')).toBe('\u2068Ada\u2069 בדלת');
  const away = { '../words/he/circle/door.ts': offline };
  const unloaded = await laterWords(door, away);
  expect(unloaded.knocks('Ada')).toContain('knocks');
  expect([spoken.lang, unloaded.lang]).toEqual(['he', 'en']);
  expect(unloaded.check.twin('USB', 2)).toBe('\u2068USB\u2069 (2)');
});

test('one is singular, everything else plural', () => {
  expect(frontEn.front.members(1)).toBe('That leaves 1 seat for a member.');
  expect(frontEn.front.members(6)).toBe('That leaves 6 seats for members.');
  expect(tools.clock.behind(1)).toBe('The meeting is 1 minute behind.');
  expect(tools.clock.behind(5)).toBe('The meeting is 5 minutes behind.');
});

/** Every text of a dictionary, without the names it is called by. */
function texts(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return [(words as (x: string) => string)('N')];
  return Object.values(words ?? {}).flatMap(texts);
}

/** Every English word there is, by its file: also what facilitators alone read, and what the server writes. */
const all = import.meta.glob('../words/en/*/*.ts', { eager: true });

test('the words that are looked at are those of the whole page, and of the server', () => {
  const looked = new Set(texts(all));
  const parts = [en, frontEn, circleEn, linksEn, lineWords, groupEn, after, mail];
  expect(parts.flatMap(texts).filter((text) => !looked.has(text))).toEqual([]);
});

test('no word of the page is one that a circle does not use', () => {
  const said = texts(all).join('\n');
  expect(said).not.toMatch(/\b(host|attendee|users?|participants?|mute[ds]?|unmute)\b/i);
});

test('whoever holds the frame has one name on the page: facilitator', () => {
  expect(texts(all).filter((text) => /leader|\bleading\b/i.test(text))).toEqual([]);
});

test('a ninth language is one more folder: made here of English, it speaks every word', async () => {
  const longer = (word: unknown): unknown => {
    if (typeof word === 'string') return word.replace(/[aeiou]/gi, '$&$&');
    if (typeof word === 'function') return (...parts: unknown[]) => longer(word(...parts));
    if (Array.isArray(word)) return word.map(longer);
    if (typeof word !== 'object' || word === null) return word;
    return Object.fromEntries(Object.entries(word).map(([key, it]) => [key, longer(it)]));
  };
  const pseudo = { ...(longer(en) as Words), lang: 'qps' };
  const areas = { '../words/qps/everywhere/index.ts': async () => ({ pseudo }) };
  const languages = Object.fromEntries(
    languagesOf(areas).map((tag) => [tag, async () => (await dictionaryOf(areas, tag)) as Words]),
  );
  const documentElement = { lang: 'en', dir: '' };
  vi.stubGlobal('document', { documentElement });
  await useLanguage(['qps-Latn', 'en'], languages);
  expect(documentElement.lang).toBe('qps');
  expect(strings.words.language.choose).toBe('Laanguuaagee');
  expect(strings.words.joined.nameAndRole('Ida', 'x')).toBe('IIdaa, x');
  const { choose } = await laterWords(
    { choose: 'Choose' },
    { '../words/qps/circle/index.ts': async () => ({ circle: { choose: 'Chooseen' } }) },
  );
  expect(choose).toBe('Chooseen');
});
