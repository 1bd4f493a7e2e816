import type { Command } from '../protocol';
import { countsEach, subjectOf } from './subject';

/** A second press within this time is no second thought: a double tap, a trembling hand. */
const GESTURE_MS = 500;

/** Tells commands that are gestures of their own from those that are not: a second tap, a trembling hand. */
export class Presses {
  /** A mouse: the browser itself tells double clicks, as fast as this person has set them to be. */
  #byMouse = false;
  readonly #lastMs = new Map<string, number>();

  readonly pointed = (event: PointerEvent): void => {
    this.#byMouse = event.pointerType === 'mouse';
  };

  readonly keyed = (): void => {
    this.#byMouse = false;
  };

  /** Whether this begins a gesture. A further press of the same subject makes the gesture last. */
  begins(command: Command): boolean {
    if (this.#byMouse || countsEach(command)) return true;
    const subject = subjectOf(command);
    const nowMs = globalThis.event?.timeStamp ?? performance.now(); // a page that is busy learns late of a press
    const lastMs = this.#lastMs.get(subject) ?? -Infinity;
    this.#lastMs.set(subject, nowMs);
    return nowMs - lastMs >= GESTURE_MS;
  }
}
