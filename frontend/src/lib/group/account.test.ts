import { expect, test } from 'vitest';
import type { MeetingView, PresentView } from '../../protocol';
import { accountOf, asksOf, attendanceOf } from './account';
import { aGroup, heldMeeting } from './testing';

const { people } = aGroup();

const there = (person: number, name: string, minutes: number): PresentView => ({
  person,
  name,
  role: 'member',
  present_ms: minutes * 60_000,
  corrected: false,
});

const held = (...present: PresentView[]): MeetingView => heldMeeting({}, { present });

test('full minutes are shown, as certificates count them, and whoever was not there has none', () => {
  expect(attendanceOf(held(there(4, 'Mia', 41.9), there(9, '', 90)), people)).toEqual([
    { person: 4, name: 'Mia', minutes: 41 },
    { person: 9, name: '', minutes: 90 },
    { person: 1, name: 'Frida', minutes: 0 },
    { person: 2, name: 'Finn', minutes: 0 },
  ]);
});

test('what was not touched is not corrected: it is only confirmed', () => {
  const meeting = held(there(4, 'Mia', 41.9));
  const kept = accountOf(meeting, people);
  expect(asksOf(meeting, kept, kept, [1, 2])).toEqual([
    { type: 'confirm_meeting', meeting: 20, vnr: '' },
  ]);
  const confirmed = heldMeeting({ confirmed: true });
  expect(asksOf(confirmed, kept, kept, [1, 2])).toEqual([]);
});

test('somebody who was there unnoticed is given their minutes, and nobody else any', () => {
  const meeting = held(there(4, 'Mia', 90));
  const kept = accountOf(meeting, people);
  const typed = { ...kept, minutes: { ...kept.minutes, 1: 88 }, cases: 2 };
  expect(asksOf(meeting, kept, typed, [])[0]).toEqual({
    type: 'correct_meeting',
    meeting: 20,
    minutes: [{ person: 1, minutes: 88 }],
    cases: 2,
  });
});

test('who facilitated, and one’s own supervision, are said before all is confirmed', () => {
  const meeting = held(there(1, 'Frida', 90), there(2, 'Finn', 90));
  const kept = accountOf(meeting, people);
  const parts = structuredClone(kept.parts);
  parts[1]!.part = 'lead';
  const typed = { ...kept, parts, supervision: 'with Dr. Koch' };
  expect(asksOf(meeting, kept, typed, [1, 2])).toEqual([
    {
      type: 'assign_parts',
      meeting: 20,
      parts: [
        { person: 1, part: 'lead', case: null },
        { person: 2, part: 'co_lead', case: null },
      ],
    },
    { type: 'note_supervision', meeting: 20, words: 'with Dr. Koch' },
    { type: 'confirm_meeting', meeting: 20, vnr: '' },
  ]);
});
