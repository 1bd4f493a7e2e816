import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CertificatePaper } from '../../protocol';
import {
  dayInWords,
  dayOf,
  known,
  namedZone,
  onKnownClock,
  ownZone,
  placeOfZone,
  sameClock,
  wallOf,
  whenIn,
  zones,
} from './when';

beforeEach(() => vi.stubGlobal('navigator', { languages: ['en-GB'] }));
afterEach(() => vi.restoreAllMocks());

const at = (text: string): number => Date.parse(text);
const NOW = at('2027-01-05T12:00Z');

test('18:00 in Berlin is 12:00 in New York, and 13:00 in the weeks in which only one has changed its clocks', () => {
  const winter = at('2027-03-09T17:00Z');
  const odd = at('2027-03-23T17:00Z');
  expect(whenIn('Europe/Berlin', winter, 90, NOW)).toEqual({
    day: expect.stringMatching(/^Tuesday,? 9 March$/) as string,
    hours: expect.stringMatching(/^(18:00.19:30|6:00.+7:30)/) as string,
  });
  expect(wallOf(winter, 'America/New_York')).toEqual({ on: '2027-03-09', at: '12:00' });
  expect(wallOf(odd, 'America/New_York')).toEqual({ on: '2027-03-23', at: '13:00' });
});

test('over midnight the hours are told as on any other day', () => {
  const { day, hours } = whenIn('Europe/Berlin', at('2027-03-09T22:30Z'), 90, NOW);
  expect(day).toMatch(/^Tuesday,? 9 March$/);
  expect(hours).toMatch(/^(23:30–01:00|11:30\spm\s–\s1:00\sam)$/i);
});

test('a date in another year tells it', () => {
  expect(whenIn('Europe/Berlin', at('2028-01-11T17:00Z'), 60, NOW).day).toMatch(/11 January 2028$/);
  expect(dayInWords('2027-01-12')).toMatch(/^Tuesday,? 12 January 2027$/);
});

test('clocks are the same where they show the same, whatever their zones are called', () => {
  expect(sameClock('Europe/Berlin', 'Europe/Amsterdam', NOW)).toBe(true);
  expect(sameClock('Europe/Berlin', 'Europe/Lisbon', NOW)).toBe(false);
});

test('midnight is 00:00 of the new day', () => {
  expect(wallOf(at('2027-01-12T23:00Z'), 'Europe/Berlin')).toEqual({
    on: '2027-01-13',
    at: '00:00',
  });
});

test('a zone is called by its city', () => {
  expect(placeOfZone('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  expect(zones()).toContain('Europe/Berlin');
});

test('in a browser that does not know the zone of a group a certificate is on the clock of UTC, and says so', () => {
  const named = ['Europe/Berlin', 'Mars/Olympus'];
  expect(named.map(known)).toEqual([true, false]);
  const papers = named.map((zone) => ({ number: 'EFN', says: { zone } }) as CertificatePaper);
  const [berlin, utc] = papers.map(onKnownClock);
  expect(berlin).toEqual(papers[0]);
  expect(utc).toEqual({ number: 'EFN', says: { zone: 'UTC' } });
});

test('a clock that a browser calls by its offset tells the time, and no group is offered it: the server has no such zone', () => {
  const options = vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions');
  options.mockReturnValue({ timeZone: '+02:00' } as Intl.ResolvedDateTimeFormatOptions);
  expect(wallOf(at('2027-03-09T17:00Z'), ownZone()).at).toBe('19:00');
  expect(namedZone()).toBe('UTC');
  expect(zones()).not.toContain('+02:00');
});

test.each(['Etc/Unknown', undefined])(
  'where a browser calls the zone of its own clock %s, that is UTC',
  (timeZone) => {
    const options = vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions');
    options.mockReturnValue({ timeZone } as Intl.ResolvedDateTimeFormatOptions);
    expect([ownZone(), namedZone()]).toEqual(['UTC', 'UTC']);
    expect(zones()).not.toContain(timeZone);
    expect(dayOf(at('2027-03-09T17:00Z'), NOW)).toMatch(/^Tuesday,? 9 March$/);
  },
);
