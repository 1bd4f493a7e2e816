import type { Sounding, Voice } from '../../../protocol';

/** What is said of sound at the seats, and of one's own ears. */
export const sound = {
  /** What a screen reader says of somebody's microphone at their seat. */
  voiceOf: {
    heard: 'microphone open',
    closed_by_person: 'microphone closed',
    closed_by_phase: 'listening for now',
    silenced: 'silenced by a facilitator',
    listening: 'listening',
    unconnected: 'microphone open, but no sound yet',
  } satisfies Record<Exclude<Voice, 'away'>, string>,

  /** What a screen reader says of a seat whose sound does not stand. */
  soundOf: {
    connected: '',
    connecting: 'sound is being connected',
    no_sound: 'hears nobody, and is not heard',
  } satisfies Record<Sounding, string>,

  /** By what way one's own sound goes, for whoever wonders why it is late. */
  way: {
    title: 'The way of your sound',
    straight: 'Straight to the circle’s server.',
    relayed: 'By way of a relay. Your browser has found no straight way.',
    late: 'On a bad line voices may come late by this way.',
  },
};
