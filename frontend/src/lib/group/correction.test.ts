import { expect, test } from 'vitest';
import type { MeetingView, PresentView } from '../../protocol';
import { attendanceOf, correction } from './correction';
import { aGroup, aMeeting, leadingGroup } from './testing';

const { people } = aGroup();

const held = (...present: PresentView[]): MeetingView =>
  aMeeting({ leading: { ...leadingGroup().meetings[0]!.leading!, present } });

const there = (person: number, name: string, minutes: number): PresentView => ({
  person,
  name,
  role: 'member',
  present_ms: minutes * 60_000,
  corrected: false,
});

test('full minutes are shown, as certificates count them, and whoever was not there has none', () => {
  expect(attendanceOf(held(there(4, 'Mia', 41.9), there(9, '', 90)), people)).toEqual([
    { person: 4, name: 'Mia', minutes: 41 },
    { person: 9, name: '', minutes: 90 },
    { person: 1, name: 'Frida', minutes: 0 },
    { person: 2, name: 'Finn', minutes: 0 },
  ]);
});

test('what was not touched is not corrected', () => {
  const everybody = attendanceOf(held(there(4, 'Mia', 41.9)), people);
  const minutes = { 1: 0, 2: 0, 4: 41 };
  expect(correction(20, everybody, minutes, { kept: 1, typed: 1 })).toBe(null);
});

test('somebody who was there unnoticed is given their minutes, and nobody else any', () => {
  const everybody = attendanceOf(held(there(4, 'Mia', 90)), people);
  expect(correction(20, everybody, { 1: 88, 2: 0, 4: 90 }, { kept: 1, typed: 2 })).toEqual({
    type: 'correct_meeting',
    meeting: 20,
    minutes: [{ person: 1, minutes: 88 }],
    cases: 2,
  });
});
