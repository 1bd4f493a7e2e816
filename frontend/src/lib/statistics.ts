/** So old may be what somebody sees who looks now and then. */
const RECENT_MS = 350;

export type Asks = () => Promise<RTCStatsReport>;

/**
 * What a connection's statistics say, asked for once for all who look at about the same time, and told to whoever wants to
 * know whenever somebody has asked: most of what a look costs is the asking.
 */
export class Statistics {
  #last: Promise<RTCStatsReport> | undefined;
  #askedMs = -Infinity;

  constructor(
    private readonly peer: Pick<RTCPeerConnection, 'getStats'>,
    private readonly tell: (report: RTCStatsReport) => void = () => undefined,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** As they are now. */
  readonly getStats: Asks = () => {
    this.#askedMs = this.now();
    const report = (this.#last = this.peer.getStats());
    report.then(this.tell, () => undefined);
    return report;
  };

  /** As they are now, or were a moment ago. */
  readonly recent: Asks = () =>
    this.#last && this.now() - this.#askedMs < RECENT_MS ? this.#last : this.getStats();
}
