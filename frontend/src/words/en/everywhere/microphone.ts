import type { Fault } from '../../../lib/microphone/control';
import type { Unfollowed } from '../../../lib/microphone.svelte';

/** A microphone that is tried, and what can be amiss with it, or with the browser. */
export const microphone = {
  /** What is so, and what it means or what to try. */
  mine: {
    waiting: {
      is: 'Waiting for your microphone',
      means: 'If your browser asks, allow it. Until then nobody hears you.',
    },
    denied: {
      is: 'Your browser gives no microphone',
      means: 'Allow it in the address bar, or in the settings of your device. You can listen.',
    },
    busy: {
      is: 'Your microphone cannot be used',
      means: 'Perhaps another program has it. Close that one, or choose another microphone.',
    },
    none: { is: 'No microphone was found', means: 'Plug one in. You can listen without.' },
    insecure: {
      is: 'No microphone on this address',
      means: 'It begins with http: browsers give a microphone to https only. You can listen.',
    },
    withheld: {
      is: 'This app gives no microphone',
      means:
        'Copy your link from the message it came in, and open it in your browser. You can listen.',
    },
    ended: {
      is: 'Your microphone is gone',
      means: 'Nobody hears you. Plug it in again, or use another.',
    },
    opening: { is: 'Your microphone is starting', means: 'Nobody hears you yet.' },
    switched_off: {
      is: 'Your microphone is switched off',
      means: 'Not here: on the headset, by your browser, or by your system. Nobody hears you.',
    },
    silent: {
      is: 'Your microphone gives no sound',
      means: 'Is the microphone itself switched off? If not, choose another.',
    },
    impossible: {
      is: 'This browser gives no sound',
      means:
        'You hear nobody, and nobody hears you. Open your link in another browser. If a setting or an extension forbids calls here, allow them and load the page again.',
    },
  } satisfies Record<Fault | 'impossible', { is: string; means: string }>,
  tryAgain: 'Try again',
  /** What helps a weak line. */
  weakLineHelp: 'Sit closer to the Wi-Fi or use a cable; stop downloads and videos.',

  unfollowed: {
    instead: 'The microphone you used last was not found. Another one is selected instead.',
    kept: 'That microphone cannot be used just now. You still have the one before.',
  } satisfies Record<Unfollowed, string>,

  check: {
    start: 'Check my microphone',
    choose: 'Microphone',
    unnamed: (n: number) => `Microphone ${n}`,
    twin: (label: string, n: number) => `${label} (${n})`,
    level: 'How loud your microphone hears you',
    say: 'Say something: the bar should move.',

    line: 'Check my line',
    lineAgain: 'Check my line again',
  },
};
