import type { Ping, Pong } from '../protocol';
import type { ServerClock } from './clock';
import { Pulse } from './pulse';
import { afterSleep } from './sleep';

/** Asks the server for its time while the line stands: whether the line answers, and what time it is there. */
export class Heartbeat {
  #pulse: Pulse | null = null;
  #unwatch: (() => void) | null = null;

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

  /** Asks whether the line still answers. False where none stands. */
  hurry(): boolean {
    this.#pulse?.hurry();
    return this.#pulse !== null;
  }

  heard(pong: Pong): void {
    this.#pulse?.answered();
    this.clock.learn(pong.sent_ms, performance.now(), pong.now_ms);
  }

  stop(): void {
    this.#unwatch?.();
    this.#pulse?.close();
    this.#pulse = this.#unwatch = null;
  }

  #doubt(): void {
    this.clock.doubt(performance.now());
  }
}
