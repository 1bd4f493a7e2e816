import type { Sounding, Voice } from '../../protocol';

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
    away: 'away',
  } satisfies Record<Voice, string>,

  /** What a screen reader says of a seat whose sound does not stand. */
  soundOf: {
    connected: '',
    connecting: 'sound is being connected',
    no_sound: 'no sound: hears nobody, and is not heard',
  } satisfies Record<Sounding, string>,
};
