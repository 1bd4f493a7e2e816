import { Loudness } from '../loudness';

/** How loud an open microphone is, also while nothing of it is sent. It is heard here alone, and nothing is kept. */
export interface Meter {
  db(): number;
  /** Whether `db` tells anything now: the browser may hold the sound back, or have no way to measure it. */
  readonly measures: boolean;
  close(): void;
}

/** Measures a copy of the capture, for the original is held still while its person is not heard. */
export function meterOf(context: AudioContext | null, stream: MediaStream): Meter {
  const copy = stream.clone();
  for (const track of copy.getAudioTracks()) track.enabled = true;
  const loudness = new Loudness(context, copy);
  return {
    db: () => loudness.db(),
    get measures() {
      return loudness.measures;
    },
    close: () => {
      loudness.close();
      for (const track of copy.getTracks()) track.stop();
    },
  };
}
