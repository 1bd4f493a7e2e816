import type { Direction } from './spatial';

/** One voice that comes from a direction, by the ears' own filter (HRTF); as loud from anywhere. */
export class PlacedVoice {
  readonly #nodes: [MediaStreamAudioSourceNode, GainNode, PannerNode];

  /** Throws where the context cannot. */
  constructor(context: AudioContext, stream: MediaStream) {
    const [voice, volume, direction] = (this.#nodes = [
      context.createMediaStreamSource(stream),
      context.createGain(),
      context.createPanner(),
    ]);
    direction.panningModel = 'HRTF';
    direction.rolloffFactor = 0;
    voice.connect(volume).connect(direction).connect(context.destination);
  }

  comesFrom({ x, y, z }: Direction): void {
    const { positionX, positionY, positionZ } = this.#nodes[2];
    [positionX.value, positionY.value, positionZ.value] = [x, y, z];
  }

  isAsLoudAs(volume: number): void {
    this.#nodes[1].gain.value = volume;
  }

  close(): void {
    for (const node of this.#nodes) node.disconnect();
  }
}
