import { pairIn } from './way';

const LOOKS_EVERY_MS = 350;

/** Nothing has come for so long: somebody who spoke has paused, or the way has died. A question more costs nothing. */
export const QUIET_MS = 700;

/**
 * Nothing has come for so long: this is no pause. The server asks every browser twice a second whether it is there, and
 * more often where it gets no answer.
 */
export const DOUBTED_MS = 1200;

/** Nothing has come for so long: the server, too, now counts this way as lost (`LIVE_S` of its media server). */
export const DEAD_MS = 2500;

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
  #cameMs = -Infinity;
  #told = 0;
  readonly #timer = setInterval(() => void this.#look(), LOOKS_EVERY_MS);

  constructor(
    private readonly peer: Pick<RTCPeerConnection, 'getStats'>,
    private readonly listener: QuietListener,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Whether nothing has come for longer than a pause, or since `doubt`. */
  get lasts(): boolean {
    return this.#received > 0 && this.now() - this.#cameMs >= DOUBTED_MS;
  }

  /** The network has changed: what came before says nothing. */
  doubt(): void {
    this.#cameMs = Math.min(this.#cameMs, this.now() - DOUBTED_MS);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    const received = receivedIn(await this.peer.getStats());
    if (received !== this.#received) {
      [this.#received, this.#cameMs, this.#told] = [received, this.now(), 0];
      return;
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
}

/**
 * What has come by the way in use, in packets and checks; none where checks are not counted. Another way that answers is no
 * comfort as long as the browser does not take it.
 */
function receivedIn(stats: RTCStatsReport): number {
  const pair = pairIn(stats);
  if (pair?.requestsReceived === undefined) return 0;
  return pair.requestsReceived + (pair.responsesReceived ?? 0) + (pair.packetsReceived ?? 0);
}
