import { dictionaryOf, languagesOf, tagOf, type Areas } from './dictionaries';
import { isolating } from './isolate';
import { writeIn } from './locale';
import { en } from './strings.en';

/** The words that every part of the page has. Another language is one more folder in `words`; a word it lacks does not compile. */
export type Words = typeof en;

/** How each language is had. */
export type Languages = Record<string, () => Promise<Words>>;

const everywhere: Areas = import.meta.glob('../words/*/everywhere/index.ts');

/** The languages beside English, each loaded by whoever reads it. */
const languages: Languages = Object.fromEntries(
  languagesOf(everywhere).map((tag) => [
    tag,
    async () => ({ ...en, ...(await dictionaryOf(everywhere, tag)) }),
  ]),
);

/** The tags (BCP 47) of all languages that the page can speak. */
export const spoken: readonly string[] = [en.lang, ...Object.keys(languages)];

/**
 * The words in the first of these languages that there is (RFC 4647, "lookup"); English otherwise, and where the words of
 * that language cannot be loaded.
 */
export async function wordsFor(wanted: readonly string[], among = languages): Promise<Words> {
  const tag = spokenOf(wanted, [en.lang, ...Object.keys(among)]) ?? en.lang;
  return among[tag]?.().catch(() => en) ?? en;
}

/** Of these languages the first that is wanted. */
export const spokenOf = (wanted: readonly string[], among = spoken): string | undefined =>
  wanted
    .flatMap(ranges)
    .map(tagOf)
    .find((tag) => among.includes(tag));

/** A language tag and what it becomes when it is cut from the end: `zh-Hant-TW`, `zh-Hant`, `zh`. */
function ranges(tag: string): string[] {
  const subtags = tag.split('-');
  return subtags.map((_, cut) => subtags.slice(0, subtags.length - cut).join('-'));
}

/** What the page says. It is English until `useLanguage` has been called. */
export let words: Words = isolating(en);

/** From now on the page speaks the first of these languages that it can. What is drawn already stays as it is. */
export async function useLanguage(wanted: readonly string[], among = languages): Promise<void> {
  const found = await wordsFor(wanted, among);
  words = isolating(found, found.dir === 'rtl');
  writeIn(found.lang);
  document.documentElement.lang = found.lang;
  document.documentElement.dir = found.dir;
}

/**
 * The words of a part of the page, which come with it: in the language of the page, or all of them in English where those of
 * that part cannot be loaded. The words that every part has are among them, and `lang` says which language it is: that is for
 * the root of whatever is written in these words.
 */
export async function laterWords<T extends object>(
  english: T,
  areas: Areas = {},
): Promise<Words & T> {
  const found = await dictionaryOf(areas, words.lang).catch(() => ({}));
  const everywhere = Object.keys(found).length > 0 ? {} : en;
  return { ...words, ...isolating({ ...everywhere, ...english, ...found }, words.dir === 'rtl') };
}

/** What says that a body is JSON, and that the server is to answer in the page's language. */
export const jsonHeaders = (): Record<string, string> => ({
  'Content-Type': 'application/json',
  'Accept-Language': words.lang,
});
