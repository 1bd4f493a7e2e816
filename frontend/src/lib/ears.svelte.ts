import { SvelteSet } from 'svelte/reactivity';
import { Light } from './light';

const LOOKS_EVERY_MS = 100;
/** Who does not speak is looked at every second time only: to ask a browser for a voice's loudness costs most of this. */
const RESTS = 2;

/** Who is speaking just now, by seat: asked of the sound this browser has, and forgotten at once. */
export class Ears {
  readonly speaking = new SvelteSet<number>();
  readonly #voices = new Map<number, { db: () => number; light: Light }>();
  readonly #timer = setInterval(() => this.#look(), LOOKS_EVERY_MS);
  #heard: ReadonlySet<number> = new Set();
  #looks = 0;

  /** From now on this tells how loud the seat's voice is. */
  listen(seat: number, db: () => number): void {
    this.#voices.set(seat, { db, light: new Light() });
  }

  /** Only these can be heard for now: nobody else is looked at, or shown as speaking. */
  attend(heard: ReadonlySet<number>): void {
    this.#heard = heard;
    for (const seat of this.speaking) if (!heard.has(seat)) this.speaking.delete(seat);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const nowMs = performance.now();
    this.#looks += 1;
    for (const [seat, { db, light }] of this.#voices) {
      const rests = !this.speaking.has(seat) && (seat + this.#looks) % RESTS !== 0;
      if (rests || !this.#heard.has(seat)) continue;
      if (light.update(db(), nowMs)) this.speaking.add(seat);
      else this.speaking.delete(seat);
    }
  }
}
