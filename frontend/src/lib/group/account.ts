import type { CorrectMeeting, GroupCommand, MeetingView, PersonView } from '../../protocol';
import { fullMinutes } from '../time';
import { facilitatorsOf } from './meetings';
import { assigned, partsOf, type PartsChosen } from './parts';
import { same } from './followed';

/** How long somebody is noted to have been at a meeting; 0: not at all. `name` is empty where they have left the group. */
export interface NotedMinutes {
  person: number;
  name: string;
  minutes: number;
}

/** Whoever was at a meeting, and then those of the group who were not. */
export function attendanceOf({ leading }: MeetingView, people: PersonView[]): NotedMinutes[] {
  const present = (leading?.present ?? []).map(({ person, name, present_ms }) => ({
    person,
    name,
    minutes: fullMinutes(present_ms),
  }));
  const noted = new Set(present.map(({ person }) => person));
  const others = people.filter(({ number }) => !noted.has(number));
  return [...present, ...others.map(({ number, name }) => ({ person: number, name, minutes: 0 }))];
}

/** Whether this person was at a meeting as a member, whatever they are in the group since. */
export function asMember({ leading }: MeetingView, number: number): boolean {
  return !!leading?.present?.some(({ person, role }) => person === number && role === 'member');
}

/** What facilitators say of a meeting that was held. `minutes` are those of each person, by number. */
export interface Account {
  minutes: Record<number, number>;
  cases: number;
  vnr: string;
  parts: PartsChosen;
  supervision: string;
}

/** What is kept of it now. */
export function accountOf(meeting: MeetingView, people: PersonView[]): Account {
  const everybody = attendanceOf(meeting, people);
  return {
    minutes: Object.fromEntries(everybody.map(({ person, minutes }) => [person, minutes])),
    cases: meeting.held!.cases,
    vnr: meeting.held!.vnr,
    parts: partsOf(
      meeting.leading!.parts,
      facilitatorsOf({ people }).map(({ number }) => number),
    ),
    supervision: meeting.held!.supervision ?? '',
  };
}

/** What has to be asked so that this is kept and confirmed. `facilitated` are the several who facilitated, if any. */
export function asksOf(
  meeting: MeetingView,
  kept: Account,
  typed: Account,
  facilitated: number[],
): GroupCommand[] {
  const { number, held } = meeting;
  const correction = correctionOf(number, kept, typed);
  const parts = assigned(typed.parts, facilitated, typed.cases);
  const changed = !same(parts, assigned(kept.parts, facilitated, kept.cases));
  const noted = typed.supervision.trim() !== kept.supervision;
  const confirms = !held!.confirmed || typed.vnr.trim() !== kept.vnr;
  return [
    ...(correction ? [correction] : []),
    ...(changed ? [{ type: 'assign_parts', meeting: number, parts } as const] : []),
    ...(noted
      ? [{ type: 'note_supervision', meeting: number, words: typed.supervision } as const]
      : []),
    ...(confirms ? [{ type: 'confirm_meeting', meeting: number, vnr: typed.vnr } as const] : []),
  ];
}

/** What was typed differently from what is kept. */
function correctionOf(meeting: number, kept: Account, typed: Account): CorrectMeeting | null {
  const minutes = Object.entries(typed.minutes)
    .map(([person, minutes]) => ({ person: Number(person), minutes }))
    .filter((each) => each.minutes !== kept.minutes[each.person]);
  const cases = typed.cases === kept.cases ? null : typed.cases;
  if (minutes.length === 0 && cases === null) return null;
  return { type: 'correct_meeting', meeting, minutes, cases };
}
