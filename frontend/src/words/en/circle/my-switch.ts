import type { WeakLine } from '../../../protocol';
import type { Action, Saying } from '../../../lib/microphone/control';
import { leaving } from '../everywhere/leaving';
import { microphone } from '../everywhere/microphone';

/** One's own microphone: whether one is heard, why not, and what can be done about it. */
export const mySwitch = {
  /** What is so, and what it means or what to try. */
  mine: {
    ...microphone.mine,

    blocked: {
      is: 'Your sound cannot get through',
      means:
        'You hear nobody, and nobody hears you. Probably this network or a VPN lets no sound through. Try another network (a phone’s hotspot, say) or switch the VPN off; in a clinic, the check of your line tells what to ask for. This page goes on trying.',
    },
    joining: { is: 'Your sound is being connected', means: 'Nobody hears you yet.' },
    reconnecting: {
      is: 'Your line is coming back',
      means: 'The sound goes on if it can. Your seat is kept.',
    },
    back: { is: 'You are coming back', means: 'Your seat is kept. Nobody hears you meanwhile.' },
    moving: { is: leaving.closed.MOVED.title, means: leaving.closed.MOVED.text },

    observing: { is: 'You are observing', means: 'Nobody hears you.' },
    outside: { is: 'You listen', means: 'The inner circle is heard.' },
    sitting_back: { is: 'You are listening', means: 'Nobody can hear you until you return.' },
    silenced: {
      is: 'A facilitator has silenced you',
      means: 'You can speak again when they let you.',
    },

    opens_with_floor: {
      is: 'You are listening',
      means: 'You will be heard again when you may speak.',
    },
    stays_closed: {
      is: 'You are listening',
      means: 'Your microphone stays closed until you open it.',
    },
    closed: { is: 'Your microphone is closed', means: 'Open it when you wish to speak.' },
    unconnected: { is: 'Your sound is being connected', means: 'Nobody hears you yet.' },
    away: { is: 'You are on your way', means: 'Nobody hears you yet.' },
    unsent: {
      is: 'Your voice is not being sent',
      means: 'Nobody hears you. This page goes on trying.',
    },
    alone: {
      is: 'You are alone here',
      means: 'Your microphone is open: whoever comes hears you.',
    },
    unheard: {
      is: 'Nobody here has sound yet',
      means: 'Nobody hears you yet. Your microphone is open.',
    },
    heard: { is: 'The circle hears you', means: 'Your microphone is open.' },
    heard_in_debrief: {
      is: 'The other facilitators hear you',
      means: 'Your microphone is open.',
    },
  } satisfies Record<Saying, { is: string; means: string }>,

  /** What pressing the control does. */
  does: {
    open: 'Open my microphone',
    close: 'Close my microphone',
    open_later: 'Open my microphone when I may speak',
    close_later: 'Keep my microphone closed',
    retry: microphone.tryAgain,
    replace: 'Use another microphone',
  } satisfies Record<Action, string>,

  /** What a weak line does, and what helps. */
  weakLine: {
    heard: 'Your line loses sound: others may miss words.',
    hears: 'Your line loses sound: you may miss words.',
    both: 'Your line loses sound: words may be lost both ways.',
    slow: 'Your line is slow: words arrive late.',
  } satisfies Record<WeakLine, string>,

  /** In place of `opens_with_floor`, where the clarifying questions are next. */
  heardWithQuestions: 'You will be heard again when questions begin.',
  /** In place of `sitting_back`, once the device is had again. */
  readyForReturn:
    'Nobody can hear you until you return. Your microphone is made ready for it; nothing is sent.',
  speaksClosed: 'You speak, but your microphone is closed.',
};
