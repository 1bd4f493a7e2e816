export const SILENCE_DB = -100;

/** How loud a stream of this browser is now. It is measured and not kept; nothing it hears is passed on. */
export class Loudness {
  #source: MediaStreamAudioSourceNode | undefined;
  #analyser: AnalyserNode | undefined;
  readonly #samples = new Float32Array(512);

  /** Where there is no context, or it refuses, nothing is measured, and nothing else is lost. */
  constructor(
    private readonly context: AudioContext | null,
    stream: MediaStream,
  ) {
    try {
      this.#source = context?.createMediaStreamSource(stream);
      this.#analyser = context?.createAnalyser();
      if (!this.#source || !this.#analyser) return;
      this.#analyser.fftSize = this.#samples.length;
      this.#source.connect(this.#analyser);
    } catch {
      this.#analyser = undefined;
    }
  }

  /** Whether `db` tells anything now: without a running context all is silence. */
  get measures(): boolean {
    return this.#analyser !== undefined && this.context?.state === 'running';
  }

  /** Decibels below full scale. */
  db(): number {
    if (!this.measures) return SILENCE_DB;
    this.#analyser?.getFloatTimeDomainData(this.#samples);
    const power = this.#samples.reduce((sum, x) => sum + x * x, 0) / this.#samples.length;
    return Math.max(SILENCE_DB, 10 * Math.log10(power));
  }

  close(): void {
    this.#source?.disconnect();
  }
}
