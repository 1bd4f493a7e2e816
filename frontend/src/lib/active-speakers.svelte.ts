import { untrack } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import { Light } from './light';

const LOOKS_EVERY_MS = 150;

/** Who is speaking just now, by seat: asked of the sound this browser has, and forgotten at once. */
export class ActiveSpeakers {
  readonly speaking = new SvelteSet<number>();
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
    const speaking = untrack(() => [...this.speaking]);
    for (const seat of speaking) if (!heard.has(seat)) this.speaking.delete(seat);
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
    if (voice.light.update(voice.db(), performance.now())) this.speaking.add(seat);
    else this.speaking.delete(seat);
  }
}
