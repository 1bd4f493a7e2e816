import { entriesOf } from './entries';
import type { SealedSender } from './sealed/seal';
import { watchSeal } from './sealed/watchdog';
import type { Asks } from './statistics';

/**
 * The microphone's sender of one connection. In a sealed circle no track is put in before its worker has confirmed, and it is
 * taken out as soon as anything might leave in the clear.
 */
export class Outgoing {
  #track: MediaStreamTrack | null = null;
  #admits: boolean;
  #endWatch = (): void => undefined;

  /**
   * `sealed` is null where the circle is not. `unsealed` is called, once, when the seal does not hold. `recent` are the
   * statistics of the whole connection, a moment old at most.
   */
  constructor(
    readonly sender: RTCRtpSender,
    sealed: SealedSender | null,
    private readonly unsealed: () => void,
    private readonly recent: Asks,
  ) {
    this.#admits = sealed === null;
    if (sealed) void this.#admit(sealed);
  }

  /** Sends this track from now on, or none, without the others noticing more than that. */
  async use(track: MediaStreamTrack | null): Promise<void> {
    this.#track = track;
    await this.sender.replaceTrack(this.#admits ? track : null);
  }

  /** How many packets have been sent, without those that were sent again. */
  async packets(): Promise<number> {
    return packetsIn(await this.sender.getStats());
  }

  close(): void {
    this.#admits = false;
    this.#endWatch();
  }

  async #admit(sealed: SealedSender): Promise<void> {
    let ended = false;
    this.#endWatch = () => (ended = true);
    const ready = await sealed.ready;
    if (ended) return;
    if (!ready) return this.#stop();
    this.#admits = true;
    this.#endWatch = watchSeal(
      async () => packetsIn(await this.recent()),
      sealed,
      () => this.#stop(),
    );
    await this.use(this.#track);
  }

  #stop(): void {
    this.close();
    void this.sender.replaceTrack(null);
    this.unsealed();
  }
}

interface Outbound extends RTCOutboundRtpStreamStats {
  retransmittedPacketsSent?: number;
}

function packetsIn(report: RTCStatsReport): number {
  return entriesOf<Outbound>(report)
    .filter(({ type }) => type === 'outbound-rtp')
    .reduce((sum, sent) => sum + (sent.packetsSent ?? 0) - (sent.retransmittedPacketsSent ?? 0), 0);
}
