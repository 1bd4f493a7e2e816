import type { Sounding, Voice } from '../../protocol';
import type { MicrophoneState } from '../microphone.svelte';

/** Whether I am heard, and by what microphone. */
export const sound = {
  /** What a screen reader says of somebody's microphone at their seat. */
  voiceOf: {
    heard: 'microphone open',
    closed_by_person: 'microphone closed',
    closed_by_phase: 'listening in this phase',
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

  /** My own state: the first line is what is, the second what it means. */
  mine: {
    heard: { is: 'The circle hears you', means: 'Your microphone is open.' },
    closed_by_person: { is: 'Your microphone is closed', means: 'Open it when you wish to speak.' },
    closed_by_phase: {
      is: 'You are listening in this phase',
      means: 'The floor is not yours for now.',
    },
    silenced: {
      is: 'A facilitator has silenced you',
      means: 'You can speak again when they let you.',
    },
    listening: { is: 'You are observing', means: 'You hear everything; nobody hears you.' },
    unconnected: { is: 'Your sound is being connected', means: 'Nobody hears you yet.' },
    away: { is: 'You are on your way', means: 'Nobody hears you yet.' },
  } satisfies Record<Voice, { is: string; means: string }>,
  satBack: { is: 'You are listening', means: 'Nobody can hear you until you return.' },
  willOpen: 'Your microphone will open when the floor does.',
  staysClosed: 'Your microphone stays closed when the floor opens.',
  openMicrophone: 'Open my microphone',
  closeMicrophone: 'Close my microphone',
  spaceBar: 'The space bar does this too.',

  microphone: {
    unused: 'You have no microphone on.',
    asking: 'Your browser is asking whether it may use your microphone.',
    ready: '',
    absent: 'No microphone was found. Plug one in, or listen only.',
    forbidden:
      'Your browser does not let this page use a microphone. Allow it in the address bar, or listen only.',
  } satisfies Record<MicrophoneState, string>,
  withoutMicrophone: 'You are listening without a microphone',
  checkMicrophone: 'Check my microphone',
  tryAgain: 'Try again',
  chooseMicrophone: 'Microphone',
  aMicrophone: (n: number) => `Microphone ${n}`,
  level: 'How loud your microphone hears you',
  saySomething: 'Say something: the line should move.',
};
