import type { Box } from '../../protocol';

/** The server passes on forty messages in a row, and then one a second: who is faster is sent away (docs/PROTOCOL.md). */
const IN_A_ROW = 20;
const THEN_EVERY_MS = 1000;
/** As with the server: of the key in use, and of the next. */
const WAITING_MAX = 2;

/**
 * What this page hands over to others, no faster than the server passes it on, however often they come and go: nobody of them can
 * have this page sent away. What waits is put together, one box for each seat, so it waits for a second or two.
 */
export class HandOvers {
  readonly #waiting = new Map<number, Box[]>();
  /** When as many can be handed over in a row again as ever. */
  #restedMs = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly hand: (boxes: Box[]) => void,
    private readonly nowMs: () => number,
  ) {}

  add(boxes: readonly Box[]): void {
    for (const box of boxes) {
      const before = this.#waiting.get(box.seat) ?? [];
      this.#waiting.set(box.seat, [...before, box].slice(-WAITING_MAX));
    }
    this.#send();
  }

  #send(): void {
    clearTimeout(this.#timer);
    while (this.#waiting.size > 0) {
      const nowMs = this.nowMs();
      const waitsMs = this.#restedMs - nowMs - (IN_A_ROW - 1) * THEN_EVERY_MS;
      if (waitsMs > 0) {
        this.#timer = setTimeout(() => this.#send(), waitsMs);
        return;
      }
      this.#restedMs = Math.max(this.#restedMs, nowMs) + THEN_EVERY_MS;
      this.hand(this.#oneForEach());
    }
  }

  /** The box of each seat that has waited longest. */
  #oneForEach(): Box[] {
    return [...this.#waiting].map(([seat, [first, ...later]]) => {
      if (later.length > 0) this.#waiting.set(seat, later);
      else this.#waiting.delete(seat);
      return first!;
    });
  }
}
