import type { AimedCommand } from '../../../protocol';
import { count } from '../count';

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
    nextTime: 'For next time',
    makePresenter: (name: string) => `Make presenter: ${name}`,
    atSeat: (name: string) => `What you can do for ${name}`,
    end: 'End the meeting',
    endTitle: 'End the meeting for everybody?',
    endText:
      'The circle closes and cannot be opened again. Who was there and how long each step took is kept, and nothing else.',
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
    admit: 'Let in',
    turn_away: 'Do not let in',
    agree_to_observer: 'Agree',
    send_to_door: 'Send to the door',
    end_invitation: 'End the invitation',
  } satisfies Record<AimedCommand, string>,

  /** What wants a facilitator's answer now. */
  now: {
    title: 'Needs an answer',
    needsPause: (name: string) => `${name} needs a pause.`,
    stopClock: 'Pause the clock',
    bringBack: (name: string) => `Bring ${name} back`,
    endCase: 'End the case',
    endCaseTitle: 'End the case here, with care?',
    endCaseNo: 'Go on with it',
    endCaseText: 'The circle goes straight to what comes after it. Nobody has to say why.',
    seen: (name: string) => `Tell ${name} we see it`,
    asksForWord: (name: string) => `${name} asks for a word.`,
    letSpeak: (name: string) => `Let ${name} speak`,
    lost: (name: string) => `${name}’s line has been lost for two minutes.`,
    noSound: (name: string) => `${name} has no sound: they hear nobody, and nobody hears them.`,
    weakLine: (name: string) => `${name}’s line is weak: words may be lost or late.`,
    goOn: 'Go on',
    goOnWithout: (name: string) => `Go on without ${name}`,
    knocks: (name: string) => `${name} is at the door.`,
    knocksToObserve: (name: string) => `${name} is at the door, to observe.`,
    knocksAgain: (name: string) => `${name} has come again by the same link.`,
    knocksWithLinkOf: (name: string, owner: string) =>
      `${name} has come by the link of ${owner}, under another name.`,
    occupied: (owner: string) => `${owner} is here. Whoever is let in takes that seat over.`,
    turnAway: (name: string) => `No, do not let ${name} in`,
    no: 'No',
    linkDoubted: (name: string) => `${name} says: somebody else has opened my link.`,
    linkDoubtedMeans:
      'That person was not let in. Once you end the invitation, the link opens nothing.',
    letIn: (name: string) => `Let ${name} in`,
    allAgreed: 'Everybody has agreed.',
    notAllAgreed: 'Not everybody has agreed yet.',
  },

  together: {
    title: 'Co-facilitator',
    tell: 'Tell my co-facilitator',
    says: (name: string, signal: string) => `${name}: ${signal}`,
    youSay: (signal: string) => `You: ${signal}`,
    hint: 'Mark who has not been heard yet',
    cards: 'Sentences at hand',
    show: 'Show this to the circle',
  },

  door: {
    title: 'Door',
    close: 'Close the door',
    open: 'Open the door',
    isOpen: 'Open to whoever is invited.',
    isClosed: 'Closed: whoever comes now has to knock.',
    notHere: (n: number) => `Invited, not here yet (${n})`,
    empty: (seat: number, role: string) => `Seat ${seat}, ${role}: nobody yet`,
    endFor: (who: string) => `End the invitation: ${who}`,
    endTitle: (who: string) => `End the invitation of ${who}?`,
    endText: 'Their line and their seat end now, and the link opens nothing from then on.',
    endNo: 'Keep it',
    seat: (seat: number) => `seat ${seat}`,
  },

  after: {
    title: 'After the meeting',
    enterDebrief: 'Go to the facilitators’ room',
    leaveDebrief: 'Return to the others',
    bounded: 'Close the room when its time is up',
    record: 'What is kept of this meeting',
    phases: 'Steps',
    attendance: 'Who was there',
    nothingElse: 'This, and nothing else.',
    stay: (times: string, minutes: number) => `${times}, ${minutes} min`,
    minutes: (n: number) => `${n} min`,
  },
};
