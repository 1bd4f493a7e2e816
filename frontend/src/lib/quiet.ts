import { pairIn } from './way';

const LOOKS_EVERY_MS = 350;
const LOOKS_CLOSELY_EVERY_MS = 100;

/**
 * Nothing has come for so long: this is no pause. The server asks every browser twice a second whether it is there
 * (`CHECK_S` of its media server), and more often where it gets no answer.
 */
export const QUIET_MS = 600;

/**
 * Nothing has come for so long, five checks in a row: where a server answers otherwise, this way has died. On a line that
 * loses every fifth packet that is wrong once in some half hour of silence.
 */
export const DEAD_MS = 1600;

export interface QuietListener {
  /** Nothing comes any more; once each time. */
  quiet(): void;
  /** It lasts; once each time. */
  dead(): void;
}

/**
 * Watches whether anything comes from the server, voices or its checks: browsers themselves tell of a way that has died
 * only after five seconds. One that does not count checks (Firefox) is not watched.
 */
export class Quiet {
  #received = 0;
  #packets = 0;
  #cameMs = -Infinity;
  #told = 0;
  #closed = false;
  #timer = setTimeout(() => void this.#look(), LOOKS_EVERY_MS);

  constructor(
    private readonly peer: Pick<RTCPeerConnection, 'getStats'>,
    private readonly listener: QuietListener,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Whether nothing has come for longer than a pause, or since `doubt`. */
  get lasts(): boolean {
    return this.#received > 0 && this.now() - this.#cameMs >= QUIET_MS;
  }

  /** The network has changed: what came before says nothing. */
  doubt(): void {
    this.#cameMs = Math.min(this.#cameMs, this.now() - QUIET_MS);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async #look(): Promise<void> {
    const came = comeBy(await this.peer.getStats());
    if (this.#closed) return;
    this.#judge(came);
    if (!this.#closed) this.#timer = setTimeout(() => void this.#look(), this.#nextMs());
  }

  #judge({ received, packets, agoMs }: Come): void {
    if (received !== this.#received) {
      this.#cameMs = this.now() - (packets === this.#packets ? 0 : agoMs);
      [this.#received, this.#packets, this.#told] = [received, packets, 0];
    }
    if (this.#received === 0) return;
    const quietMs = this.now() - this.#cameMs;
    if (this.#told < 1 && quietMs >= QUIET_MS) {
      this.#told = 1;
      this.listener.quiet();
    } else if (this.#told < 2 && quietMs >= DEAD_MS) {
      this.#told = 2;
      this.listener.dead();
    }
  }

  /** As soon as it may be quiet, so that no moment is lost then. */
  #nextMs(): number {
    if (this.#told > 0) return LOOKS_CLOSELY_EVERY_MS;
    const untilQuietMs = this.#cameMs + QUIET_MS - this.now();
    return this.#received > 0 ? Math.min(LOOKS_EVERY_MS, untilQuietMs) : LOOKS_EVERY_MS;
  }
}

/** What has come by one way: in all, as packets of voice, and how long ago the last of these. */
interface Come {
  received: number;
  packets: number;
  agoMs: number;
}

/**
 * What has come by the way in use, in packets and checks; nothing where checks are not counted. Another way that answers is
 * no comfort as long as the browser does not take it.
 */
function comeBy(stats: RTCStatsReport): Come {
  const pair = pairIn(stats);
  if (pair?.requestsReceived === undefined) return { received: 0, packets: 0, agoMs: 0 };
  const { requestsReceived, responsesReceived = 0, packetsReceived = 0, timestamp = 0 } = pair;
  return {
    received: requestsReceived + responsesReceived + packetsReceived,
    packets: packetsReceived,
    agoMs: timestamp - (pair.lastPacketReceivedTimestamp ?? timestamp),
  };
}
