const SILENCE_DB = -100;

/** How loud a stream of this browser is now. It is measured and not kept; nothing it hears is passed on. */
export class Loudness {
  readonly #source: MediaStreamAudioSourceNode;
  readonly #analyser: AnalyserNode;
  readonly #samples: Float32Array<ArrayBuffer>;

  constructor(context: AudioContext, stream: MediaStream) {
    this.#source = context.createMediaStreamSource(stream);
    this.#analyser = context.createAnalyser();
    this.#analyser.fftSize = 512;
    this.#samples = new Float32Array(this.#analyser.fftSize);
    this.#source.connect(this.#analyser);
  }

  /** Decibels below full scale. */
  db(): number {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    const power = this.#samples.reduce((sum, x) => sum + x * x, 0) / this.#samples.length;
    return Math.max(SILENCE_DB, 10 * Math.log10(power));
  }

  close(): void {
    this.#source.disconnect();
  }
}

/** Reads how loud a received voice is, as its packets tell; silence while no new one has come. */
export function loudnessOf(
  receiver: Pick<RTCRtpReceiver, 'getSynchronizationSources'>,
): () => number {
  let seen: number | undefined;
  return () => {
    const source = receiver.getSynchronizationSources()[0];
    if (!source || source.timestamp === seen) return SILENCE_DB;
    seen = source.timestamp;
    return Math.max(SILENCE_DB, 20 * Math.log10(source.audioLevel ?? 0));
  };
}
