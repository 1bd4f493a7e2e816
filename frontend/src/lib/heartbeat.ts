import type { Ping, Pong } from '../protocol';
import type { ServerClock } from './clock';
import { Pulse } from './pulse';
import { afterSleep } from './sleep';

const PROBED_WITHIN_MS = 400;

/** Asks the server for its time while the line stands: whether the line answers, and what time it is there. */
export class Heartbeat {
  #pulse: Pulse | null = null;
  #unwatch: (() => void) | null = null;
  #probing: ReturnType<typeof setTimeout> | undefined;

  /** `silent`: the line does not answer any more. */
  constructor(
    private readonly clock: ServerClock,
    private readonly send: (ping: Ping) => void,
    private readonly silent: () => void,
  ) {}

  /** The line stands, anew: what was known of the time is doubted. */
  start(): void {
    this.stop();
    this.#doubt();
    this.#pulse = new Pulse({
      ask: () => this.send({ type: 'ping', sent_ms: performance.now() }),
      silent: this.silent,
      slept: () => this.#doubt(),
    });
    this.#unwatch = afterSleep(() => {
      this.#doubt();
      this.#pulse?.ask();
    });
  }

  /** There is reason to doubt the line: it has to answer within a moment. False where none stands. */
  probe(): boolean {
    if (this.#pulse && this.#probing === undefined) {
      this.#pulse.ask();
      this.#probing = setTimeout(this.silent, PROBED_WITHIN_MS);
    }
    return this.#pulse !== null;
  }

  heard(pong: Pong): void {
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

  #forget(): void {
    clearTimeout(this.#probing);
    this.#probing = undefined;
  }

  #doubt(): void {
    this.clock.doubt(performance.now());
  }
}
