import type { View } from '../protocol';
import { may } from './may';
import type { Saying } from './microphone/control';

/** How one's own switch stands: `waiting` is open without the floor, `barred` that opening it would not make one heard. */
export type OwnSwitch = 'open' | 'closed' | 'waiting' | 'barred';

/** `lacks` is what keeps one from being heard, whatever the switch: nothing is opened then, or kept open while the browser asks. */
export function ownSwitch({ you }: View, lacks: Saying | null): OwnSwitch {
  const { voice } = you;
  if (may(you, 'close_microphone'))
    return lacks !== 'waiting' && (voice === 'heard' || voice === 'unconnected')
      ? 'open'
      : 'waiting';
  return !lacks && voice === 'closed_by_person' && may(you, 'open_microphone')
    ? 'closed'
    : 'barred';
}

/** What holding a key to speak needs of the circle. */
export interface OwnVoice {
  stands: () => OwnSwitch;
  open: () => void;
  close: () => void;
}

/** Shorter is a tap: it may close a microphone, and never opens one. */
export const TAP_MS = 250;

/**
 * Speaking as long as a key is held. What opens is closed by letting go, by another window, and by the phase: whoever
 * holds on through it is not heard in the next one. `looks` is to be called whenever the circle has changed.
 */
export class HoldToSpeak {
  #hand: 'off' | 'pressing' | 'opening' | 'speaking' | 'done' = 'off';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly voice: OwnVoice) {}

  presses(): void {
    if (this.#hand !== 'off') return;
    this.#hand = 'done';
    const stands = this.voice.stands();
    if (stands === 'open' || stands === 'waiting') this.voice.close();
    if (stands !== 'closed') return;
    this.#hand = 'pressing';
    this.#timer = setTimeout(() => this.#opens(), TAP_MS);
  }

  letsGo(): void {
    this.#ends();
    this.#hand = 'off';
  }

  looks(): void {
    const stands = this.voice.stands();
    if (this.#hand === 'opening' && stands === 'open') this.#hand = 'speaking';
    else if (this.#hand === 'speaking' && stands === 'closed') this.#hand = 'done';
    else if (this.#hand !== 'off' && (stands === 'waiting' || stands === 'barred')) this.#ends();
  }

  #opens(): void {
    this.#hand = 'opening';
    this.voice.open();
  }

  /** Whatever this hold has opened is closed. */
  #ends(): void {
    clearTimeout(this.#timer);
    const hand = this.#hand;
    this.#hand = 'done';
    if (hand === 'opening' || (hand === 'speaking' && this.voice.stands() !== 'barred'))
      this.voice.close();
  }
}
