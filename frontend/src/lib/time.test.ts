import { afterEach, expect, test, vi } from 'vitest';
import { dayAndTime, fromTo, timeOfDay } from './time';

const AT_MS = new Date(2026, 2, 3, 15, 5).getTime();

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('times are told in the language of the page, as it is written where the person is', () => {
  vi.stubGlobal('navigator', { languages: ['de-DE', 'en-GB'] });
  expect(dayAndTime(AT_MS)).toMatch(/^Tuesday,? 3 March at (15:05|3:05\spm)$/);
  vi.stubGlobal('navigator', { languages: ['de-DE'] });
  expect(dayAndTime(AT_MS)).toMatch(/^Tuesday, March 3 at /);
});

test.each([
  ['h23', /^15:05$/],
  ['h12', /^3:05\sPM$/],
] as const)('who counts the hours by %s is told them so', (hourCycle, told) => {
  vi.stubGlobal('navigator', { languages: ['de-DE'] });
  const options = vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions');
  options.mockReturnValue({ hourCycle } as Intl.ResolvedDateTimeFormatOptions);
  expect(timeOfDay(AT_MS)).toMatch(told);
});

test('who counts to 24 reads midnight the same at the end of a meeting and at its beginning', () => {
  vi.stubGlobal('navigator', { languages: ['en-GB'] });
  const options = vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions');
  options.mockReturnValue({ hourCycle: 'h23' } as Intl.ResolvedDateTimeFormatOptions);
  const midnight = Date.UTC(2027, 2, 10);
  expect(fromTo(midnight - 3_600_000, midnight, 'UTC')).toBe('23:00–00:00');
  expect(fromTo(midnight, midnight + 3_600_000, 'UTC')).toBe('00:00–01:00');
});
