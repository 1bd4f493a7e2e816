import type { View } from '../../protocol';
import type { Circle } from '../circle.svelte';
import type { Microphone } from '../microphone.svelte';
import { isApart, unheard } from '../told';
import { lineSign } from '../visit';
import { action, saying, type Saying, type Situation } from './control';
import { watchSending } from './sending';
import { SIGNS } from './signs';

/** What is so with one's own microphone: one answer, for one's control and for one's seat in the ring. */
export class Mine {
  #sending = $state<boolean | null>(null);
  readonly situation: Situation = $derived.by(() => ({
    you: this.view().you,
    line: lineSign(this.circle.visit),
    microphone: this.microphone.state.is,
    sending: this.#sending,
    inDebrief: isApart(this.view()),
    unheard: unheard(this.view()),
  }));
  readonly says = $derived(saying(this.situation));
  readonly does = $derived(action(this.situation));
  /** What keeps one from being heard, where it is neither one's own will nor the circle's; nothing otherwise. */
  readonly lacks: Saying | null = $derived(
    SIGNS[this.says].look === 'lacking' || this.says === 'waiting' ? this.says : null,
  );
  readonly #sends = $derived.by(
    () =>
      this.circle.sounds && this.view().you.voice === 'heard' && this.microphone.stream !== null,
  );

  constructor(
    private readonly circle: Circle,
    private readonly view: () => View,
    private readonly microphone: Microphone,
  ) {}

  /** Looks whether sound leaves this browser, as long as it should. For an effect. */
  watch(): (() => void) | undefined {
    this.#sending = null;
    if (!this.#sends) return;
    return watchSending(
      () => this.circle.media.packetsSent(),
      (is) => (this.#sending = is),
    );
  }
}
