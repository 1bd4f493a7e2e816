import type { GroupView, MeetingView, PersonView } from '../../protocol';
import { isolated } from '../isolate';
import { listed } from '../locale';

const MINUTE_MS = 60_000;

export const endsMs = ({ starts_ms, minutes }: MeetingView): number =>
  starts_ms + minutes * MINUTE_MS;

/** The meeting that people have come for: the one that can be entered now, else the next one that takes place. */
export function nextMeeting({ meetings, now_ms }: GroupView): MeetingView | null {
  const coming = meetings.find((each) => !each.cancelled && !each.held && endsMs(each) > now_ms);
  return meetings.find(({ may_enter }) => may_enter) ?? coming ?? null;
}

/** The dates after that one, those that are cancelled too. */
export function laterMeetings(view: GroupView): MeetingView[] {
  const next = nextMeeting(view);
  return view.meetings.filter((each) => each !== next && each.starts_ms > view.now_ms);
}

/** These dates, and those at which somebody has begun to change something there: that stays where it is, whichever comes next. */
export function withBegun(
  { meetings }: GroupView,
  some: MeetingView[],
  begun: Record<number, boolean>,
): MeetingView[] {
  return meetings.filter((each) => some.includes(each) || (begun[each.number] && !each.cancelled));
}

/** The meetings that were held, the newest first. */
export function heldMeetings({ meetings }: GroupView): MeetingView[] {
  return meetings.filter(({ held }) => held !== null).reverse();
}

/** Those that a facilitator may still confirm, or correct. */
export function mayConfirm(view: GroupView): MeetingView[] {
  return heldMeetings(view).filter(({ leading, held }) => leading && !held!.too_late);
}

/** Those that stand in one's own log: one facilitated them, whatever one is now. */
export function inMyLog(view: GroupView): MeetingView[] {
  return heldMeetings(view).filter(({ held }) => held!.supervision !== null);
}

/** Whoever facilitates. */
export function facilitatorsOf({ people }: Pick<GroupView, 'people'>): PersonView[] {
  return people.filter(({ role }) => role === 'facilitator');
}

/** Whose number this is. */
export function nameOf(people: PersonView[], number: number, otherwise: string): string {
  return people.find((person) => person.number === number)?.name ?? otherwise;
}

/** Their names as one text. */
export function namesOf(people: PersonView[], numbers: number[]): string {
  const named = people.filter(({ number }) => numbers.includes(number));
  return listed(named.map(({ name }) => isolated(name)));
}
