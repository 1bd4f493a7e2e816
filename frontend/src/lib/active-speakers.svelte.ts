import { untrack } from 'svelte';
import { Light } from './light';

const LOOKS_EVERY_MS = 150;

/** Who is speaking just now, by seat: asked of the sound this browser has, and forgotten at once. */
export class ActiveSpeakers {
  speaking: ReadonlySet<number> = $state.raw(new Set());
  readonly #voices = new Map<number, { db: () => number; light: Light }>();
  readonly #timer = setInterval(() => this.#look(), LOOKS_EVERY_MS);
  #heard: ReadonlySet<number> = new Set();

  /** From now on this tells how loud the seat's voice is. */
  listen(seat: number, db: () => number): void {
    this.#voices.set(seat, { db, light: new Light() });
  }

  /** Only these can be heard for now: nobody else is looked at, or shown as speaking. */
  attend(heard: ReadonlySet<number>): void {
    this.#heard = heard;
    const speaking = untrack(() => this.speaking);
    for (const seat of speaking) if (!heard.has(seat)) this.#shows(seat, false);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    for (const seat of this.#heard) this.#ask(seat);
  }

  #ask(seat: number): void {
    const voice = this.#voices.get(seat);
    if (!voice) return;
    this.#shows(seat, voice.light.update(voice.db(), performance.now()));
  }

  #shows(seat: number, speaks: boolean): void {
    const before = untrack(() => this.speaking);
    if (before.has(seat) === speaks) return;
    const others = [...before].filter((other) => other !== seat);
    this.speaking = new Set(speaks ? [...others, seat] : others);
  }
}
