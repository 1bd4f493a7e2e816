import type { Phase, SeatView, View } from '../protocol';
import { may } from './may';
import { calledAmong } from './names';
import type { CircleWords } from './circle-words';

/** Who brings the coming case, or presents the running one. */
export function presenterOf({ seats }: View): SeatView | undefined {
  return seats.find(({ role }) => role === 'presenter');
}

/** Whether the presenter has left a running case, for whoever may end it: nothing else tells them what the group is without. */
export function presenterHasLeft(view: View): boolean {
  return presenterOf(view)?.presence === 'left' && may(view.you, 'end_case');
}

/** Where the phase's usual guidance would not be true, or would miss what has just happened, this is said in its place. */
export function momentGuidance(view: View, words: CircleWords): string | null {
  const { moment } = words;
  const presenter = presenterOf(view);
  const away =
    presenter && isAway(presenter)
      ? moment.presenterAway(calledAmong(view.seats, presenter.name))
      : null;
  switch (view.phase) {
    case 'opening':
      return view.you.role === 'facilitator' ? moment.welcomeAll : null;
    case 'call_for_case':
      return away ?? (presenter ? chosen(presenter, view, words) : null);
    case 'presentation':
    case 'clarifying_questions':
    case 'presenter_returns':
      return away;
    case 'sit_back':
    case 'reflection':
      return view.you.sits_back && !view.you.held_silent ? moment.mayStillSpeak : null;
    case 'lingering':
      return view.clock.bounded ? moment.roomCloses : null;
    default:
      return null;
  }
}

/** Before the call for a case: somebody can be named, and the middle says something else. */
const EARLY: readonly Phase[] = ['gathering', 'opening', 'follow_up'];

/**
 * Who has been named early, for those who do not see it at the seat, or that whoever was, on the seat `before`, is a member
 * again; nothing where nobody was, or they have taken it back themselves.
 */
export function namedEarly(view: View, words: CircleWords, before?: number): string {
  if (!EARLY.includes(view.phase)) return '';
  if (view.you.role === 'presenter') return words.cases.named;
  const presenter = presenterOf(view);
  const called = ({ name }: SeatView): string => calledAmong(view.seats, name);
  if (presenter) return words.moment.chosen(called(presenter));
  const member = view.seats.find(({ number }) => number === before && number !== view.you.number);
  return member ? words.joined.nameAndRole(called(member), words.role[member.role]) : '';
}

const isAway = ({ presence }: SeatView): boolean => presence !== 'here';

function chosen({ name }: SeatView, view: View, { moment }: CircleWords): string | null {
  const { role } = view.you;
  if (role === 'observer') return null;
  if (role === 'presenter') return moment.youAreChosen;
  return moment[role === 'member' ? 'chosen' : 'chosenToBegin'](calledAmong(view.seats, name));
}
