import type { CorrectMeeting, MeetingView, PersonView } from '../../protocol';
import { fullMinutes } from '../time';

/** How long somebody is noted to have been at a meeting; 0: not at all. `name` is empty where they have left the group. */
export interface Attended {
  person: number;
  name: string;
  minutes: number;
}

/** Whoever was at a meeting, and then those of the group who were not. */
export function attendanceOf({ leading }: MeetingView, people: PersonView[]): Attended[] {
  const present = (leading?.present ?? []).map(({ person, name, present_ms }) => ({
    person,
    name,
    minutes: fullMinutes(present_ms),
  }));
  const noted = new Set(present.map(({ person }) => person));
  const others = people.filter(({ number }) => !noted.has(number));
  return [...present, ...others.map(({ number, name }) => ({ person: number, name, minutes: 0 }))];
}

/** What has to be corrected: what was typed differently from what is kept. */
export function correction(
  meeting: number,
  everybody: Attended[],
  minutes: Record<number, number>,
  cases: { kept: number; typed: number },
): CorrectMeeting | null {
  const changed = everybody
    .filter(({ person, minutes: kept }) => (minutes[person] ?? kept) !== kept)
    .map(({ person }) => ({ person, minutes: minutes[person]! }));
  const other = cases.typed === cases.kept ? null : cases.typed;
  if (changed.length === 0 && other === null) return null;
  return { type: 'correct_meeting', meeting, minutes: changed, cases: other };
}
