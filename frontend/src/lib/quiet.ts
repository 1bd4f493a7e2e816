import { pairIn } from './way';

const LOOKS_EVERY_MS = 350;
const LOOKS_CLOSELY_EVERY_MS = 100;
const ASKS_EVERY_MS = 30;

/**
 * So many packets between two looks are a voice, until a look finds a check alone. Where nothing has come for so long in
 * the midst of a voice it pauses, or cannot come.
 */
const FLOWS = 5;
const PAUSE_MS = 200;

/**
 * Nothing has come for so long: this is no pause. The server asks every browser twice a second whether it is there
 * (`CHECK_S` of its media server), and more often where it gets no answer.
 */
export const QUIET_MS = 600;

/**
 * At so many looks the server had answered by the WebSocket once more, each time with a check by this way too, and of these
 * none has come: this way has died. What comes in a moment counts once, for a line loses it in a moment. Statistics are up
 * to 50 ms old, so that the last two say nothing.
 */
export const UNSEEN_MAX = 11;
const ASKED_MAX = 2 * UNSEEN_MAX;

/**
 * Where all comes in clumps each of them ends a doubt and begins another. So in the long run no more is asked than once in
 * so long, or the server would take it for a flood.
 */
const LONG_RUN_MS = 200;

export interface QuietListener {
  /** Nothing comes just now: the server is to be asked for something. */
  asks(): void;
  /** How often the server has answered by the WebSocket. */
  answers(): number;
  /** Nothing comes any more; once each time. */
  quiet(): void;
  /** Nothing comes this way though the server answers; once each time. */
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
  #flows = false;
  #asked = 0;
  /** Until when all that was asked would have taken, once in `LONG_RUN_MS`. */
  #spentMs = 0;
  #answers = 0;
  #unseen = 0;
  #told = false;
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
      if (packets === this.#packets) this.#flows = false;
      else if (packets - this.#packets >= FLOWS) this.#flows = true;
      [this.#received, this.#packets] = [received, packets];
      this.#asked = this.#unseen = 0;
      this.#told = false;
    }
    if (this.#received === 0) return;
    const quietMs = this.now() - this.#cameMs;
    if (quietMs < this.#doubtsAfterMs) return;
    if (this.#asked === 0) this.#answers = this.listener.answers();
    if (!this.#told && quietMs >= QUIET_MS) {
      this.#told = true;
      this.listener.quiet();
    }
    const answers = this.listener.answers();
    if (answers > this.#answers && ++this.#unseen === UNSEEN_MAX) this.listener.dead();
    this.#answers = answers;
    if (!this.#asking) return;
    this.#asked++;
    this.#spentMs = Math.max(this.#spentMs, this.now()) + LONG_RUN_MS;
    this.listener.asks();
  }

  get #asking(): boolean {
    const spent = this.#spentMs - this.now() >= ASKED_MAX * LONG_RUN_MS;
    return this.#unseen < UNSEEN_MAX && this.#asked < ASKED_MAX && !spent;
  }

  get #doubtsAfterMs(): number {
    return this.#flows ? PAUSE_MS : QUIET_MS;
  }

  /** As soon as it may be quiet, so that no moment is lost then. */
  #nextMs(): number {
    if (this.#received === 0) return LOOKS_EVERY_MS;
    const untilDoubtMs = this.#cameMs + this.#doubtsAfterMs - this.now();
    if (untilDoubtMs > 0) return Math.min(LOOKS_EVERY_MS, untilDoubtMs);
    return this.#asking ? ASKS_EVERY_MS : LOOKS_CLOSELY_EVERY_MS;
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
