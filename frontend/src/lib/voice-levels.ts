import { SILENCE_DB } from './loudness';
import type { Asks } from './statistics';

const LOOKS_EVERY_MS = 200;

/** What the statistics say of one voice (webrtc-stats, RTCInboundRtpStreamStats). */
interface Inbound {
  type: string;
  mid?: string;
  packetsReceived?: number;
  audioLevel?: number;
}

/**
 * How loud each voice of a connection is, as it was played last. One look asks for all voices: to ask each receiver keeps the
 * page waiting for another thread each time, and in a sealed circle packets do not tell.
 */
export class VoiceLevels {
  readonly #voices = new Map<string, { packets: number; db: number }>();
  readonly #timer = setInterval(() => void this.look(), LOOKS_EVERY_MS);

  constructor(private readonly statistics: Asks) {}

  /** Decibels below full scale; silence while nothing new has come. `mid` is the voice's section of the offer. */
  db(mid: string): number {
    return this.#voices.get(mid)?.db ?? SILENCE_DB;
  }

  async look(): Promise<void> {
    (await this.statistics()).forEach((entry: Inbound) => {
      if (entry.type !== 'inbound-rtp' || entry.mid === undefined) return;
      const packets = entry.packetsReceived ?? 0;
      const comes = packets !== (this.#voices.get(entry.mid)?.packets ?? 0);
      const db = Math.max(SILENCE_DB, 20 * Math.log10(entry.audioLevel ?? 0));
      this.#voices.set(entry.mid, { packets, db: comes ? db : SILENCE_DB });
    });
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
