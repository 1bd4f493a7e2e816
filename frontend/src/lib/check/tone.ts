const HZ = [330, 470];

/** What is sent while a line is tried: two tones, so that nothing of the room leaves this browser. Nobody hears them. */
export class Tone {
  readonly track: MediaStreamTrack | null;
  readonly #voices: OscillatorNode[];

  /** Without a context there is no track. */
  constructor(context: AudioContext | null) {
    const out = context && new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    this.track = out?.stream.getAudioTracks()[0] ?? null;
    this.#voices = context ? HZ.map((frequency) => new OscillatorNode(context, { frequency })) : [];
    const gain = context && new GainNode(context, { gain: 0.2 });
    if (gain && out) gain.connect(out);
    for (const voice of this.#voices) {
      voice.connect(gain!);
      voice.start();
    }
  }

  stop(): void {
    this.track?.stop();
    for (const voice of this.#voices) voice.disconnect();
  }
}
