import type { AimedCommand } from '../../../protocol';
import { count } from '../count';

/** What is asked about somebody at the door, and not about whoever sits here. */
type AtTheDoor = 'admit' | 'turn_away' | 'agree_to_observer';

/** What only facilitators read. */
export const leading = {
  leading: {
    title: 'Facilitating',
    /** What opens it, where `cases` are offered and wait there. */
    handle: (cases: number) =>
      cases === 0
        ? 'Facilitating'
        : `Facilitating: ${count(cases, 'case is offered', 'cases are offered')}`,
    next: (phase: string) => `Next: ${phase}`,
    back: (phase: string) => `Back to ${phase}`,
    skipTo: (phase: string) => `Skip to ${phase}`,
    skipEnds: (phase: string) => `End the case, and go to ${phase}?`,
    skipEndsText:
      'The case ends here, before its presenter has returned. You can go back to it by the steps of the meeting.',
    endCase: 'End the case',
    endCaseNo: 'Go on with the case',
    time: 'Time',
    ends: (time: string) => `The meeting ends at about ${time}.`,
    wouldEnd: (time: string) => `Begun now, the meeting ends at about ${time}.`,
    thisStep: 'This step',
    change: (n: number) => (n < 0 ? `−${-n} min` : `+${n} min`),
    pause: 'Pause the clock',
    resume: 'Start the clock',
    behind: (n: number) => `The meeting is ${count(n, 'minute', 'minutes')} behind.`,
    take: (n: number) => `Take ${n} from the reflection`,
    youKeep: 'You keep the clock.',
    keeps: (name: string) => `${name} keeps the clock.`,
    takeClock: 'Take the clock',
    case: 'Case',
    cases: 'Who has a case?',
    hasCase: (name: string) => `${name} has a case.`,
    nextTime: 'Other cases offered',
    makePresenter: (name: string) => `Make presenter: ${name}`,
    atSeat: (name: string) => `What you can do for ${name}`,
    end: 'End the meeting',
    endTitle: 'End the meeting for everybody?',
    stay: 'Stay',
  },

  aimed: {
    ask_to_present: 'Ask to present',
    name_presenter: 'Make presenter',
    silence_person: 'Silence',
    lift_silence: 'Let them be heard',
    sit_outside: 'To the outer circle',
    sit_inside: 'To the inner circle',
    hand_clock: 'Hand over the clock',
    go_on_without: 'Go on without them',
    send_to_door: 'Send to the door',
    end_invitation: 'End the invitation',
  } satisfies Record<Exclude<AimedCommand, AtTheDoor>, string>,

  door: {
    title: 'Door',
    close: 'Close the door',
    open: 'Open the door',
    isOpen: 'Open to whoever is invited.',
    isClosed: 'Closed: whoever comes now has to knock.',
    notHere: (n: number) => `Invited, not here yet (${n})`,
    empty: (seat: number, role: string) => `Seat ${seat}, ${role}: nobody yet`,
    cannotCome: 'cannot come',
    endTitle: (who: string) => `End the invitation of ${who}?`,
    endText: 'Their line and their seat end now, and the link no longer leads into the circle.',
    endNo: 'Keep it',
    seat: (seat: number) => `seat ${seat}`,
  },
};
