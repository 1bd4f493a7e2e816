import type { CorrectMeeting, MeetingView } from '../../protocol';
import { wholeMinutes } from '../time';

/** What has to be corrected before a meeting is confirmed: what was typed differently from what was noted. */
export function correction(
  { number, held, leading }: MeetingView,
  minutes: Record<number, number>,
  cases: number,
): CorrectMeeting | null {
  const changed = (leading?.present ?? [])
    .filter(({ person, present_ms }) => minutes[person] !== wholeMinutes(present_ms))
    .map(({ person }) => ({ person, minutes: minutes[person]! }));
  const other = cases === held?.cases ? null : cases;
  if (changed.length === 0 && other === null) return null;
  return { type: 'correct_meeting', meeting: number, minutes: changed, cases: other };
}
