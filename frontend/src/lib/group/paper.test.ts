import { afterEach, expect, test, vi } from 'vitest';
import type { Attended, AttendanceCertificate } from '../../protocol';
import { writeIn } from '../locale';
import { headOf, rowOf, totalsOf } from './paper';

const meeting = (day: number): Attended => ({
  began_ms: Date.UTC(2027, 0, day, 17),
  ended_ms: Date.UTC(2027, 0, day, 18, 30),
  minutes: 90,
  cases: 1,
  role: 'member',
  mode: 'live_online',
  corrected: false,
  vnr: '',
});
const says = (...attended: Attended[]): AttendanceCertificate => ({
  name: 'Mia Vos',
  group: 'Tuesday group',
  organiser: '',
  leaders: [],
  closed: true,
  zone: 'Europe/Berlin',
  attended,
  minutes: 150,
  quarter_hours: 10,
  units: 3,
  double_hours: 1,
});
const paper = (...attended: Attended[]) => ({
  paper: '0123456789',
  issued_ms: 0,
  number: '',
  says: says(...attended),
});
const textsOf = (lines: [string, string][]): string[] => lines.map(([, text]) => text);

afterEach(() => {
  writeIn('en');
  vi.unstubAllGlobals();
});

test('a certificate of several meetings says from when to when they were, one of a single day that day', () => {
  vi.stubGlobal('navigator', { languages: ['en-GB'] });
  expect(textsOf(headOf(paper(meeting(12), meeting(26))))).toContain(
    '12 January 2027 to 26 January 2027',
  );
  expect(textsOf(headOf(paper(meeting(12))))).toContain('12 January 2027');
});

test('its hours and its days are those of the clock of the group, as the language writes them', () => {
  vi.stubGlobal('navigator', { languages: ['de'] });
  writeIn('de');
  expect(rowOf(meeting(12), 'Europe/Berlin')[0]).toBe('12. Januar 2027');
  expect(rowOf(meeting(12), 'Europe/Berlin')[1]).toMatch(/^(18:00–19:30 Uhr|6:00.+7:30)/);
  expect(textsOf(totalsOf(paper(meeting(12))))[2]).toMatch(/^2,5 /);
});
