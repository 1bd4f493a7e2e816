import { entriesOf } from './entries';
import { SILENCE_DB } from './loudness';

/** What the statistics say of one voice (webrtc-stats, RTCInboundRtpStreamStats). */
interface Inbound {
  type: string;
  mid?: string;
  packetsReceived?: number;
  audioLevel?: number;
}

/**
 * How loud each voice of a connection is, as it was played last. To ask each receiver keeps the page waiting for another
 * thread each time, and in a sealed circle packets do not tell. So it takes in what is asked for anyhow by whoever watches
 * whether anything comes (`quiet.ts`): five times a second while voices come, and three times while none does.
 */
export class VoiceLevels {
  readonly #voices = new Map<string, { packets: number; db: number }>();
  #ended = false;

  /**
   * Decibels below full scale; silence while nothing new has come, and after the end. `mid` is the voice's section of the
   * offer.
   */
  db(mid: string): number {
    return (this.#ended ? null : this.#voices.get(mid)?.db) ?? SILENCE_DB;
  }

  readonly take = (report: RTCStatsReport): void => {
    for (const entry of entriesOf<Inbound>(report)) {
      if (entry.type !== 'inbound-rtp' || entry.mid === undefined) continue;
      const packets = entry.packetsReceived ?? 0;
      const comes = packets !== (this.#voices.get(entry.mid)?.packets ?? 0);
      const db = Math.max(SILENCE_DB, 20 * Math.log10(entry.audioLevel ?? 0));
      this.#voices.set(entry.mid, { packets, db: comes ? db : SILENCE_DB });
    }
  };

  end(): void {
    this.#ended = true;
  }
}
