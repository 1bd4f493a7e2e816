const TICKS_EVERY_MS = 1000;
const ASKS_AFTER_TICKS = 2;
const PATIENCE_TICKS = 3;
const ASLEEP_AFTER_MS = 3 * TICKS_EVERY_MS;

export interface PulseListener {
  /** Ask the server whether it is there. */
  ask(): void;
  /** It has not answered in time. */
  silent(): void;
  /** The page did not run for a while: its machine has slept, or it was kept from running. */
  slept(): void;
}

/**
 * Asks the server every two seconds whether it is there, and tells when there has been no answer for three. It counts
 * ticks, not time: what a page slept through, or was kept from running, says nothing of the server.
 */
export class Pulse {
  #answered = true;
  #ticks = 0;
  #tickedMs = Date.now(); // not performance.now(), which may stand still while a machine sleeps
  readonly #timer = setInterval(() => this.#tick(), TICKS_EVERY_MS);

  constructor(private readonly listener: PulseListener) {
    this.ask();
  }

  /** Asks at once. Whatever is asked meanwhile, the first question without an answer counts. */
  ask(): void {
    if (this.#answered) this.#ticks = 0;
    this.#answered = false;
    this.listener.ask();
  }

  answered(): void {
    this.#answered = true;
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #tick(): void {
    const slept = Date.now() - this.#tickedMs >= ASLEEP_AFTER_MS;
    this.#tickedMs = Date.now();
    this.#ticks++;
    if (slept) {
      this.listener.slept();
      this.#answered = true; // nothing that was asked before counts
    }
    if (slept || (this.#answered && this.#ticks >= ASKS_AFTER_TICKS)) this.ask();
    else if (!this.#answered && this.#ticks >= PATIENCE_TICKS) this.listener.silent();
  }
}
