import type { AimedCommand } from '../../../protocol';
import { count } from '../count';

/** What is asked about somebody at the door, and not about whoever sits here. */
type AtTheDoor = 'admit' | 'turn_away' | 'agree_to_observer';

/** What only facilitators read, and what is there without their tools: the next step, and what can be asked about a seat. */
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
    makePresenter: (name: string) => `Make presenter: ${name}`,
    atSeat: (name: string) => `What you can do for ${name}`,
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

  endInvitation: {
    title: (who: string) => `End the invitation of ${who}?`,
    text: 'Their line and their seat end now, and the link no longer leads into the circle.',
    no: 'Keep it',
  },
};
