import { SvelteSet } from 'svelte/reactivity';
import { Light } from './light';

const LOOKS_EVERY_MS = 100;

/** Who is speaking just now, by seat: asked of the sound this browser has, and forgotten at once. */
export class Ears {
  readonly speaking = new SvelteSet<number>();
  readonly #voices = new Map<number, { db: () => number; light: Light }>();
  readonly #timer = setInterval(() => this.#look(), LOOKS_EVERY_MS);

  /** From now on this tells how loud the seat's voice is. */
  listen(seat: number, db: () => number): void {
    this.#voices.set(seat, { db, light: new Light() });
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const nowMs = performance.now();
    for (const [seat, { db, light }] of this.#voices) {
      if (light.update(db(), nowMs)) this.speaking.add(seat);
      else this.speaking.delete(seat);
    }
  }
}
