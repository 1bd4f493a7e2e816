import type { CaseOffer, Presence, Role } from '../../../protocol';
import type { Notice } from '../../../lib/notices.svelte';
import type { LineSign } from '../../../lib/visit';
import { count } from '../count';

/** The people, the ring, and what each may say of themselves. */
export const circle = {
  role: {
    facilitator: 'facilitator',
    presenter: 'presenter',
    member: 'member',
    observer: 'observer',
  } satisfies Record<Role, string>,

  presence: {
    vacant: 'not here yet',
    knocking: 'at the door',
    here: '',
    coming_back: 'coming back',
    left: 'has left',
    uninvited: 'no longer invited',
  } satisfies Record<Presence, string>,

  leadingUnloaded:
    'The facilitators’ tools could not be loaded. The sound and the next step work without them.',

  connection: {
    sign: {
      connected: 'All connected',
      reconnecting: 'Reconnecting',
      joining: 'Connecting the sound',
      back: 'Coming back',
      blocked: 'No sound',
      impossible: 'No sound',
      moving: 'Moving',
    } satisfies Record<LineSign, string>,
    /** The same as `connected`, while somebody else is not. */
    some: 'Connected',
  },

  notice: {
    ended: 'The meeting is over.',
    not_here: 'You are not in the circle just now.',
    not_yours: 'That is for another role to do.',
    not_now: 'That is not possible just now.',
    stale: 'Somebody was quicker. This is how it is now.',
    no_such_step: 'The plan has no such step.',
    no_presenter: 'A case needs a presenter first.',
    out_of_bounds: 'A step cannot have that many minutes, or that few.',
    already: 'That is already so.',
    no_such_person: 'They are not in the circle just now.',
    no_consent: 'They have not offered a case. Ask them first.',
    not_agreed: 'Not everybody has agreed yet.',
    case_has_begun: 'The case has begun.',
    is_presenter: 'They present the running case. End the case first.',
    sitting_back: 'While you sit back, nobody hears you. You can speak again when you return.',
    silenced: 'A facilitator has silenced you. You can speak again when they let you.',
    uninvited: 'Their invitation has ended.',
    not_kept:
      'That could not be kept just now, so it was not done. The circle is as it was. Please try again in a moment.',
    line_lost: 'Your line is not back yet, so that was not done. Please try again in a moment.',
    sealed_anew:
      'Your voice could not be sealed just now, so no more of it is sent. The page begins anew: wait until it says that you are heard.',
    unanswered:
      'Your line was lost before an answer came. Once it is back, please see whether it was done.',
  } satisfies Record<Notice, string>,
  /** While what was pressed has not been answered for a while. */
  waitsForAnswer: 'Waiting for the server’s answer.',

  circle: {
    here: 'The circle',
    ring: 'People in the circle',
    observers: 'Observers',
    you: 'you',
    offer: {
      none: '',
      standing: 'has a case',
      next_time: 'a case for later',
    } satisfies Record<CaseOffer, string>,
    wishes: 'would like to speak',
    inDebrief: 'in the facilitators’ room',
    lingering: 'in the circle’s room',
    asked: 'has been asked to present',
    formerly: (name: string) => `before: ${name}`,
    noSound: 'no sound',
    satBack: 'sitting back, outside the circle',
    leave: 'Leave',
    plan: 'The steps of the meeting',
    stepOf: (n: number, all: number) => `Step ${n} of ${all}`,
    minutesShort: (n: number) => `${n} min`,
    empty: (n: number) => count(n, 'chair is empty.', 'chairs are empty.'),
    onlyListening: 'Only listening',
    showTime: 'Show the time',
    hideTime: 'Hide the time',
    notHeardYet: 'not heard yet',
    timeIsUp: 'The time of this step is over. There is no hurry.',
    over: 'over',
    paused: 'clock paused',
    timeLeft: 'Time left in this step',
    yourPart: 'Your part',
    sound: 'Sound',
    soundTitle: 'Your sound',
  },

  cases: {
    offer: 'I have a case',
    withdraw: 'Take my offer back',
    offered: 'Only the facilitators see that you have a case.',
    offeredToAll: 'The circle knows that you have a case.',
    nextTime: 'Another case was chosen. Yours can still be chosen.',
    named: 'You are the presenter of the coming case.',
    asked: 'The facilitators ask whether you would present a case.',
    accept: 'Yes, I will present',
    decline: 'Not this time',
  },

  /** When somebody opens the link of a person who is here. */
  otherDevice: {
    title: 'Your link has been opened again',
    opened: (name: string) => `${name} has opened your link on another device.`,
    isItYou: 'Is this you? If you do not answer, the facilitators are asked.',
    /** Where no other facilitator is there to be asked. */
    askedAlone:
      'Is this you? If you do not answer within 15 seconds, your seat goes to that device.',
    yes: 'Yes, move me there',
    no: 'No, it is not me',
  },

  news: {
    make: 'I have news',
    takeBack: 'No news after all',
    sign: 'has news',
  },

  wish: {
    make: 'I wish to speak',
    takeBack: 'Take my wish back',
  },

  /** The presenter's own, seen by the facilitators and nobody else. */
  presenter: {
    needPause: 'I need a pause',
    pauseNeeded: 'The facilitators are told that you need a pause.',
    pauseWaits: 'The first facilitator who is back is told that you need a pause.',
    pauseSeen: 'A facilitator has seen that you need a pause.',
    askToSpeak: 'May I say something?',
    wordAsked: 'You have asked the facilitators for a word.',
    wordDeclined: 'A facilitator has seen that you ask for a word: not now.',
  },
};
