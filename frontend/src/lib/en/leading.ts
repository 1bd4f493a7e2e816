import type { Aimed } from '../may';
import { count } from './count';

/** What only leaders read. */
export const leading = {
  leading: {
    title: 'Leading',
    next: (phase: string) => `Next: ${phase}`,
    back: (phase: string) => `Back to ${phase}`,
    skipTo: (phase: string) => `Skip to ${phase}`,
    fewer: '1 minute less',
    more: (n: number) => count(n, 'minute more', 'minutes more'),
    pause: 'Pause the clock',
    resume: 'Let the clock run',
    behind: (n: number) => `The meeting is ${count(n, 'minute', 'minutes')} behind.`,
    take: (n: number) => `Take ${n} from the reflection`,
    youKeep: 'You keep the clock.',
    keeps: (name: string) => `${name} keeps the clock.`,
    takeClock: 'Take the clock',
    cases: 'Who has a case?',
    nextTime: 'For next time',
    makePresenter: (name: string) => `Make presenter: ${name}`,
    atSeat: (name: string) => `What you can do for ${name}`,
    end: 'End the meeting',
    endTitle: 'End the meeting for everybody?',
    endText:
      'The circle closes and cannot be opened again. Attendance and phase times remain, nothing else.',
    stay: 'Stay',
  },

  aimed: {
    ask_to_present: 'Ask to present',
    name_presenter: 'Make presenter',
    silence_person: 'Silence',
    lift_silence: 'Lift the silence',
    hand_clock: 'Hand over the clock',
    go_on_without: 'Go on without',
    admit: 'Let in',
    agree_to_observer: 'Agree',
    send_to_door: 'Send to the door',
    end_invitation: 'End the invitation',
  } satisfies Record<Aimed, string>,

  /** What wants a leader's answer now. */
  now: {
    title: 'For the leaders',
    needsPause: (name: string) => `${name} needs a pause.`,
    stopClock: 'Let the clock stand',
    bringBack: (name: string) => `Bring ${name} back`,
    endCase: 'End the case',
    endCaseTitle: 'End the case here, with care?',
    endCaseText: 'The circle goes straight to what comes after it. Nobody has to say why.',
    lookedAfter: 'Looked after',
    asksForWord: (name: string) => `${name} asks for a word.`,
    letSpeak: (name: string) => `Let ${name} speak`,
    lost: (name: string) => `The line of ${name} has been lost for two minutes.`,
    goOn: 'Go on',
    goOnWithout: (name: string) => `Go on without ${name}`,
    knocks: (name: string) => `${name} is at the door.`,
    knocksToObserve: (name: string) => `${name} is at the door, to observe.`,
    letIn: 'Let in',
    letPersonIn: (name: string) => `Let in ${name}`,
    allAgreed: 'Everybody has agreed.',
    notAllAgreed: 'Not everybody has agreed yet.',
  },

  together: {
    tell: 'Tell my co-leader',
    you: 'You',
    notHeard: (names: string) => `Not heard yet: ${names}`,
    hint: 'Show who has not been heard yet',
    cards: 'Sentences at hand',
    show: 'Show this to the circle',
  },

  door: {
    title: 'The door',
    close: 'Close the door',
    open: 'Open the door',
    isOpen: 'Open to whoever is invited.',
    isClosed: 'Closed: whoever comes now has to knock.',
    empty: (seat: number, role: string) => `Seat ${seat}, ${role}: nobody yet`,
    endFor: (who: string) => `End the invitation: ${who}`,
    endTitle: (who: string) => `End the invitation of ${who}?`,
    endText: 'The line and the seat end now, and the link opens nothing any more.',
    seat: (seat: number) => `seat ${seat}`,
  },

  after: {
    enterDebrief: 'Go to the leaders’ room',
    leaveDebrief: 'Return to the others',
    bounded: 'Close when the time is up',
    record: 'What is kept of this meeting',
    phases: 'Phases',
    attendance: 'Attendance',
    nothingElse: 'This, and nothing else.',
    minutes: (n: number) => `${n} min`,
  },
};
