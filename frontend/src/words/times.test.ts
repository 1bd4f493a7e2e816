import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dayInWords, shortDay, whenIn } from '../lib/group/when';
import { listed, percent, writeIn } from '../lib/locale';
import { dayAndTime, timeOfDay } from '../lib/time';

interface OfServer {
  lang: string;
  dates: { weekday: string; hours: string; point: string; months: string[]; weekdays: string[] };
}

/** What the server writes by itself, which is written so too. */
const server = Object.values(
  import.meta.glob<OfServer>('../../../app/words/*.json', { eager: true, import: 'default' }),
);

const [LOCAL_MS, UTC_MS] = [new Date(2027, 2, 2, 9, 5).getTime(), Date.UTC(2027, 2, 2, 9, 5)];

/**
 * For whoever counts the hours to 24: a time, from when to when, the same over midnight, day and time; a day of this
 * year, one with its year, one in short; a list, a share, a number.
 */
const WRITTEN: Record<string, string[]> = {
  en: [
    '09:05',
    '09:05–14:30',
    '09:05–00:05',
    'Tuesday 2 March at 09:05',
    'Tuesday 2 March',
    'Tuesday, 2 March 2027',
    '2 Mar 2027',
    'Ada, Bo and Cy',
    '5.5%',
    '1.25',
  ],
  de: [
    '09:05',
    '09:05–14:30 Uhr',
    '09:05–00:05 Uhr',
    'Dienstag, 2. März um 09:05',
    'Dienstag, 2. März',
    'Dienstag, 2. März 2027',
    '2. März 2027',
    'Ada, Bo und Cy',
    '5,5 %',
    '1,25',
  ],
  fr: [
    '09:05',
    '09:05 – 14:30',
    '09:05 – 00:05',
    'mardi 2 mars à 09:05',
    'mardi 2 mars',
    'mardi 2 mars 2027',
    '2 mars 2027',
    'Ada, Bo et Cy',
    '5,5 %',
    '1,25',
  ],
  es: [
    '09:05',
    '9:05–14:30',
    '9:05–0:05',
    'martes, 2 de marzo, 09:05',
    'martes, 2 de marzo',
    'martes, 2 de marzo de 2027',
    '2 mar 2027',
    'Ada, Bo y Cy',
    '5,5 %',
    '1,25',
  ],
  'pt-PT': [
    '09:05',
    '09:05 – 14:30',
    '09:05 – 00:05',
    'terça-feira, 2 de março às 09:05',
    'terça-feira, 2 de março',
    'terça-feira, 2 de março de 2027',
    '2/03/2027',
    'Ada, Bo e Cy',
    '5,5%',
    '1,25',
  ],
  it: [
    '09:05',
    '09:05–14:30',
    '09:05–00:05',
    'martedì 2 marzo alle ore 09:05',
    'martedì 2 marzo',
    'martedì 2 marzo 2027',
    '2 mar 2027',
    'Ada, Bo e Cy',
    '5,5%',
    '1,25',
  ],
  nl: [
    '09:05',
    '09:05–14:30',
    '09:05–00:05',
    'dinsdag 2 maart om 09:05',
    'dinsdag 2 maart',
    'dinsdag 2 maart 2027',
    '2 mrt 2027',
    'Ada, Bo en Cy',
    '5,5%',
    '1,25',
  ],
  pl: [
    '09:05',
    '09:05–14:30',
    '09:05–00:05',
    'wtorek, 2 marca 09:05',
    'wtorek, 2 marca',
    'wtorek, 2 marca 2027',
    '2 mar 2027',
    'Ada, Bo i Cy',
    '5,5%',
    '1,25',
  ],
};

beforeEach(() => {
  const options = vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions');
  options.mockReturnValue({ hourCycle: 'h23' } as Intl.ResolvedDateTimeFormatOptions);
});

afterEach(() => {
  writeIn('en');
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const filled = (pattern: string, parts: Record<string, string>): string =>
  pattern.replace(/\{(\w+)\}/g, (_, name: string) => parts[name]!);

/** A language that comes later has no row until somebody of that country writes it. */
const known = server.filter(({ lang }) => lang in WRITTEN);

test('each row is of a language of the page', () => {
  expect(known.map(({ lang }) => lang).sort()).toEqual(Object.keys(WRITTEN).sort());
});

test.each(known)('$lang writes times, days, lists and numbers as people there do', (its) => {
  vi.stubGlobal('navigator', { languages: [its.lang === 'en' ? 'en-GB' : its.lang] });
  writeIn(its.lang);
  const [short, long] = [whenIn('UTC', UTC_MS, 325, UTC_MS), whenIn('UTC', UTC_MS, 900, UTC_MS)];
  const [share, number] = [percent(0.055), (1.25).toLocaleString(its.lang)];
  const names = listed(['Ada', 'Bo', 'Cy']);
  const days = [short.day, dayInWords('2027-03-02'), shortDay(LOCAL_MS)];
  const times = [timeOfDay(LOCAL_MS), short.hours, long.hours, dayAndTime(LOCAL_MS)];
  const written = [...times, ...days, names, share, number];
  expect(written.map((text) => text.replace(/\s/g, ' '))).toEqual(WRITTEN[its.lang]);
  const evening = whenIn('UTC', UTC_MS + 9 * 3_600_000, 90, UTC_MS).hours;
  expect(its.dates.hours.replace('{0}', '18:05').replace('{1}', '19:35')).toBe(evening);
  expect(its.dates.point).toBe(number.charAt(1));
  const [weekday, month] = [its.dates.weekdays[1]!, its.dates.months[2]!];
  const day = filled(its.dates.weekday, { weekday, day: '2', month, year: '2027' });
  expect(day).toBe(dayInWords('2027-03-02'));
});

test('French counts the first day of a month, and no hour', () => {
  vi.stubGlobal('navigator', { languages: ['fr-FR'] });
  writeIn('fr');
  expect(dayInWords('2027-03-01')).toBe('lundi 1er mars 2027');
  expect(dayInWords('2027-03-21')).toBe('dimanche 21 mars 2027');
  expect(shortDay(new Date(2027, 3, 1).getTime())).toBe('1er avr. 2027');
  expect(dayAndTime(new Date(2027, 7, 1, 1, 5).getTime())).toMatch(/^dimanche 1er août à 01.05$/);
  vi.stubGlobal('navigator', { languages: ['fr-CA'] });
  expect(timeOfDay(new Date(2027, 7, 11, 1, 5).getTime())).toMatch(/^0?1 h 05$/);
});
