import type { Box } from '../../protocol';

/** The server passes on forty messages in a row, and then one a second: who is faster is sent away (docs/PROTOCOL.md). */
const IN_A_ROW = 20;
const THEN_EVERY_MS = 1000;
/** Of the key in use, and of the next. */
const MESSAGES_MAX = 2;

/**
 * What this page hands over to others, no faster than the server passes it on, however often they come and go: nobody of them can
 * have this page sent away. What it hands over it looks for only when that can leave at once, and so draws no key of its own
 * that comes to nobody before it is used.
 */
export class HandOvers {
  /** When as many can be handed over in a row again as ever. */
  #restedMs = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looking = Promise.resolve();

  /** `boxes` are those that are to be handed over by now, a list for each key. */
  constructor(
    private readonly boxes: () => Promise<Box[][]>,
    private readonly hand: (boxes: Box[]) => void,
    private readonly nowMs: () => number,
  ) {}

  /** Those who are here are others, or elsewhere. Resolves when what can be handed over by now has been. */
  changed(): Promise<void> {
    const look = (): Promise<void> => this.#look();
    return (this.#looking = this.#looking.then(look, look));
  }

  async #look(): Promise<void> {
    clearTimeout(this.#timer);
    const fullMs = (IN_A_ROW - MESSAGES_MAX) * THEN_EVERY_MS;
    const waitsMs = this.#restedMs - this.nowMs() - fullMs;
    if (waitsMs > 0) {
      this.#timer = setTimeout(() => this.changed(), waitsMs);
      return;
    }
    for (const boxes of await this.boxes()) {
      if (boxes.length === 0) continue;
      this.#restedMs = Math.max(this.#restedMs, this.nowMs()) + THEN_EVERY_MS;
      this.hand(boxes);
    }
  }
}
