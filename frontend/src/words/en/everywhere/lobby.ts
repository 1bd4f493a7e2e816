import type { Frame, Role, SitBack } from '../../../protocol';

/** What is ticked where a circle is opened. */
export type Chosen = keyof Omit<Frame, 'sentence' | 'sit_back' | 'fishbowl'>;

/** What somebody reads before they enter. */
export const lobby = {
  lobby: {
    title: 'Take your seat',
    titleBack: 'Your seat is kept',
    intro:
      'This link is yours alone: it leads to one seat in the circle, and always to the same one.',
    introBack:
      'You were here a moment ago, and come back as the same person. Your microphone is open only if you left it open.',
    name: 'Your name, as the others know it',
    nameMissing: 'Please tell the circle your name.',
    openMicrophone: 'Join with my microphone open',
    join: 'Join the circle',
    joinBack: 'Come back to the circle',
    joining: 'Finding your seat',
    unreached: 'The circle cannot be reached yet',
    again: 'This page tries again by itself.',
    looking: 'Looking for your circle',
    waitsForFrame: 'You can join as soon as this page has read what the circle agrees on.',
    agreeing: 'By joining you agree to this.',
  },

  /** Whether voices are sealed; what that means stands in `sealed.ts`. */
  seal: {
    is: 'Sealed: the server cannot listen',
    sent: 'Sealed, but the server has had the key',
    not: 'Not sealed: the server could listen.',
    refused: 'You cannot come in yet',
  },

  frame: {
    title: 'What we agree on',
    invitedAs: {
      facilitator: 'You are invited as a facilitator.',
      presenter: 'You are invited as a member.',
      member: 'You are invited as a member.',
      observer: 'You are invited as an observer: you hear everything, and nobody hears you.',
    } satisfies Record<Role, string>,
    about:
      'In a Balint circle one of us tells of a patient, then sits back and listens. The others say what they imagine and what they feel. Nobody advises, teaches or judges, and nothing has to be solved.',
    confidence: 'What is said in the circle stays in the circle.',
    unread:
      'What this circle agrees on cannot be read just now. This page goes on trying by itself.',
    nothingKept: 'Nothing is recorded, ever.',
    alone: 'Be alone in your room, where nobody can overhear.',
    headphones: 'Wear headphones, if you can.',
    sitBack: {
      enforced: null,
      soft: 'Whoever sits back is not heard, and may ask the facilitators for a word.',
      off: 'Whoever sits back moves the chair out of the ring and keeps their own voice.',
    } satisfies Record<SitBack, string | null>,
    fishbowl: 'While a case runs an inner circle speaks and an outer one only listens.',
    observersAsked: 'Everybody in the circle is asked before you come in.',
    chosen: {
      offers_seen_by_all: 'Everybody sees who has a case',
      digits_for_all: 'Everybody sees the minutes',
      knocking: 'Members knock, and are let in',
    } satisfies Record<Chosen, string>,
    knocks: 'You wait at the door until a facilitator lets you in.',
  },
};
