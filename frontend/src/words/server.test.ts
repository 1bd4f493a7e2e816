import { expect, test } from 'vitest';
import { FIRST } from '../lib/locale';

/** What the server writes by itself, in each language: its own areas, and those of the page that a PDF says too. */
const files = import.meta.glob<Record<string, object>>(
  ['./*/server/*.ts', './*/paper/paper.ts', './*/everywhere/language.ts'],
  { eager: true },
);

type Said = string | Said[] | { [key: string]: Said };

/** The words as data: what completes a sentence stands in it as `{0}`, `{1}`. */
function asData(word: unknown, path: string): Said {
  if (typeof word === 'string') return word;
  if (typeof word === 'function') return asSentence(word as (...parts: string[]) => string, path);
  const inner = Object.entries(word as object);
  return Object.fromEntries(inner.map(([key, it]) => [snake(key), asData(it, `${path}.${key}`)]));
}

/** As Python names things. */
const snake = (key: string): string =>
  key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function asSentence(say: (...parts: string[]) => string, path: string): string {
  const parts = Array.from({ length: say.length }, (_, at) => `{${at}}`);
  const sentence = say(...parts);
  if (!parts.every((part) => sentence.includes(part))) throw new Error(`${path} leaves a part out`);
  return sentence;
}

/** How dates and numbers are written there. English dates are those of most of the world: the day first. */
function datesOf(language: string): Said {
  const tag = language === 'en' ? 'en-GB' : language;
  const parts = (dateStyle: 'full' | 'long', day: Date): Intl.DateTimeFormatPart[] =>
    new Intl.DateTimeFormat(tag, { dateStyle, timeZone: 'UTC' }).formatToParts(day);
  const clock = new Intl.DateTimeFormat(tag, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  const at = (hour: number, minute: number): Date => new Date(Date.UTC(2027, 0, 12, hour, minute));
  const pattern = (style: 'full' | 'long'): string =>
    parts(style, new Date(Date.UTC(2027, 0, 12)))
      .map(({ type, value }) => (type === 'literal' ? value : `{${type}}`))
      .join('');
  const named = (type: 'month' | 'weekday', day: Date): string =>
    parts('full', day).find((part) => part.type === type)!.value;
  const range = (length: number): number[] => Array.from({ length }, (_, at) => at);
  return {
    day: pattern('long'),
    weekday: pattern('full'),
    first: FIRST[language] ?? '1',
    hours: clock.formatRange(at(18, 0), at(19, 30)).replace('18:00', '{0}').replace('19:30', '{1}'),
    months: range(12).map((month) => named('month', new Date(Date.UTC(2027, month, 12)))),
    weekdays: range(7).map((day) => named('weekday', new Date(Date.UTC(2027, 0, 4 + day)))),
    point: new Intl.NumberFormat(tag).format(1.5).charAt(1),
  };
}

function ofServer(folder: string): Said {
  const own = Object.entries(files).filter(([path]) => path.startsWith(`./${folder}/`));
  const words = Object.assign({}, ...own.flatMap(([, file]) => Object.values(file))) as {
    lang: string;
    [area: string]: unknown;
  };
  const { lang, ...areas } = words;
  for (const page of ['dir', 'name', 'joined']) delete areas[page];
  return { lang, dates: datesOf(lang), ...(asData(areas, folder) as object) };
}

const folders = [...new Set(Object.keys(files).map((path) => path.split('/')[1]!))];

test.each(folders)('the server has what it says in %s: else `make words-of-server`', (folder) =>
  expect(`${JSON.stringify(ofServer(folder), null, 2)}\n`).toMatchFileSnapshot(
    `../../../app/words/${folder}.json`,
  ),
);
