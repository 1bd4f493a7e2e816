import type { Ping, Pong } from '../protocol';
import type { ServerClock } from './clock';
import { Pulse } from './pulse';
import { afterSleep } from './sleep';

/**
 * An answer is late when it takes so much longer than two of the quickest round trips, and then the line is given up, but not
 * before `PROBED_WITHIN_MS`. Where no round trip is known, that is all the time there is.
 */
const LATE_MS = 50;
const GIVEN_UP_MS = 200;
const PROBED_WITHIN_MS = 400;

export interface HeartbeatListener {
  send(ping: Ping): void;
  /** The line that was doubted has not answered as soon as it used to: it may be gone. */
  late(): void;
  /** The line does not answer any more. */
  silent(): void;
}

/** Asks the server for its time while the line stands: whether the line answers, and what time it is there. */
export class Heartbeat {
  /** How often the server has answered. */
  answers = 0;
  #pulse: Pulse | null = null;
  #unwatch: (() => void) | null = null;
  #probing: ReturnType<typeof setTimeout>[] = [];

  constructor(
    private readonly clock: ServerClock,
    private readonly listener: HeartbeatListener,
  ) {}

  /** The line stands, anew: what was known of the time is doubted. */
  start(): void {
    this.stop();
    this.#doubt();
    this.#pulse = new Pulse({
      ask: () => this.listener.send({ type: 'ping', sent_ms: performance.now() }),
      silent: () => this.listener.silent(),
      slept: () => this.#doubt(),
    });
    this.#unwatch = afterSleep(() => {
      this.#doubt();
      this.#pulse?.ask();
    });
  }

  /** Asks now, and the server checks the sound's way as well. */
  ask(): void {
    this.#pulse?.ask();
  }

  /** There is reason to doubt the line: it has to answer as soon as it can. False where none stands. */
  probe(): boolean {
    if (this.#pulse && this.#probing.length === 0) {
      this.#pulse.ask();
      this.#probing = [
        setTimeout(() => this.listener.late(), this.#longerBy(LATE_MS)),
        setTimeout(
          () => this.listener.silent(),
          Math.max(PROBED_WITHIN_MS, this.#longerBy(GIVEN_UP_MS)),
        ),
      ];
    }
    return this.#pulse !== null;
  }

  heard(pong: Pong): void {
    this.answers++;
    this.#pulse?.answered();
    this.#forget();
    this.clock.learn(pong.sent_ms, performance.now(), pong.now_ms);
  }

  stop(): void {
    this.#forget();
    this.#unwatch?.();
    this.#pulse?.close();
    this.#pulse = this.#unwatch = null;
  }

  #longerBy(ms: number): number {
    const answersMs = 2 * this.clock.roundTripMs;
    return answersMs < Infinity ? answersMs + ms : PROBED_WITHIN_MS;
  }

  #forget(): void {
    this.#probing.forEach(clearTimeout);
    this.#probing = [];
  }

  #doubt(): void {
    this.clock.doubt(performance.now());
  }
}
