import { SvelteSet } from 'svelte/reactivity';
import { Light } from './light';
import { Loudness } from './loudness';

const LOOKS_EVERY_MS = 100;

/** Who is speaking just now, by seat: listened for in the sound this browser has, and forgotten at once. */
export class Ears {
  readonly speaking = new SvelteSet<number>();
  readonly #voices = new Map<number, { loudness: Loudness; light: Light }>();
  readonly #timer = setInterval(() => this.#look(), LOOKS_EVERY_MS);

  constructor(private readonly context: AudioContext) {}

  listen(seat: number, stream: MediaStream): void {
    this.#voices.get(seat)?.loudness.close();
    this.#voices.set(seat, { loudness: new Loudness(this.context, stream), light: new Light() });
  }

  close(): void {
    clearInterval(this.#timer);
    for (const { loudness } of this.#voices.values()) loudness.close();
  }

  #look(): void {
    const nowMs = performance.now();
    for (const [seat, { loudness, light }] of this.#voices) {
      if (light.update(loudness.db(), nowMs)) this.speaking.add(seat);
      else this.speaking.delete(seat);
    }
  }
}
