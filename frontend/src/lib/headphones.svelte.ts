import { ResumingAudioContext } from './audio-context.svelte';
import { setSink, type Output } from './output.svelte';
import { PlacedVoice } from './placed-voice';
import type { Direction } from './spatial';
import { inTab } from './storage';

const KEY = 'headphones worn';
const LOOKS_EVERY_MS = 500;

/**
 * The circle for somebody who wears headphones: each voice from its own seat. Only then do voices leave their plain
 * elements, for a browser cannot take this sound out of the microphone again where loudspeakers play it.
 */
export class Headphones {
  #worn = $state(inTab.get(KEY) !== null);
  /** WebAudio has refused a voice, or the chosen output: the plain elements are heard. */
  #refused = $state(false);
  /** Its clock stands still: so they are until it goes on. */
  #stands = $state(false);
  /** There is one only while headphones are worn, for it costs a browser as much as ten voices. */
  #audio: ResumingAudioContext | null = null;

  constructor(private readonly output: Output) {
    if (this.#worn) this.#open();
  }

  /** What the person says: "I wear headphones". */
  get worn(): boolean {
    return this.#worn;
  }

  set worn(worn: boolean) {
    if (worn) inTab.set(KEY, 'worn');
    else inTab.remove(KEY);
    if (worn) this.#open();
    else this.close();
    this.#worn = worn;
    this.#refused = this.#stands = false;
  }

  /** Whether voices come from their seats just now. */
  get on(): boolean {
    return this.#places !== null;
  }

  /** Worn, and yet the voices are heard plainly: to be said. */
  get plain(): boolean {
    return this.#worn && !this.on;
  }

  /**
   * Within an effect, lets an element's voice come from its seat until the returned function is called. The element is
   * silent meanwhile, but goes on: some browsers give WebAudio nothing of a voice that no element plays.
   */
  place(
    element: HTMLAudioElement,
    stream: MediaStream,
    direction: () => Direction,
    volume: () => number,
  ): (() => void) | undefined {
    const context = this.#places;
    if (!context) return;
    try {
      const voice = new PlacedVoice(context, stream);
      $effect(() => voice.comesFrom(direction()));
      $effect(() => voice.isAsLoudAs(volume()));
      element.muted = true;
      return () => {
        element.muted = false;
        voice.close();
      };
    } catch {
      this.#refused = true;
    }
  }

  /** Watches whether the sound really goes on, until the returned function is called. */
  watch(): (() => void) | undefined {
    const context = this.#runs;
    if (!context) return;
    setSink(context, this.output.sink).catch(() => (this.#refused = true));
    let seenS = -1;
    const timer = setInterval(() => {
      this.#stands = context.currentTime === seenS;
      seenS = context.currentTime;
    }, LOOKS_EVERY_MS);
    return () => clearInterval(timer);
  }

  close(): void {
    this.#audio?.close();
    this.#audio = null;
  }

  /** What places them; null while they are heard plainly. */
  get #places(): AudioContext | null {
    return this.#stands ? null : this.#runs;
  }

  /** What could place them. Browsers say that it runs also while its clock stands still. */
  get #runs(): AudioContext | null {
    if (!this.#worn || this.#refused || !this.#audio?.running || !this.#reaches) return null;
    return this.#audio.context;
  }

  /** Called in a click, or after the one by which its person joined. */
  #open(): void {
    this.#audio ??= new ResumingAudioContext();
    void this.#audio.open();
  }

  /** Whether WebAudio can be heard where the person chose to hear. */
  get #reaches(): boolean {
    const { held, sink } = this.output;
    return !held && (sink === '' || 'setSinkId' in AudioContext.prototype);
  }
}
