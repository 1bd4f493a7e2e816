import type { Command } from '../protocol';
import { GESTURE_MS } from './press-times';
import { Sight } from './sight';
import { countsEach, subjectOf } from './subject';

/**
 * Only one's own hand turns the switch, and whoever needs a pause needs it: these are meant whatever their button says; but
 * not by a press of another one, from whose place that has gone.
 */
const MEANT_WHATEVER: readonly Command['type'][] = ['open_microphone', 'need_pause'];

/** Tells commands that are gestures of their own, and were meant, from those that are not: a second tap, a trembling hand. */
export class Presses {
  readonly #sight = new Sight();
  /** A mouse: the browser itself tells double clicks, as fast as this person has set them to be. */
  #byMouse = false;
  readonly #lastMs = new Map<string, number>();

  readonly pointed = (event: PointerEvent): void => {
    this.#byMouse = event.pointerType === 'mouse';
    this.#sight.begins(event);
  };

  readonly keyed = (event: KeyboardEvent): void => {
    this.#byMouse = false;
    if (!event.repeat) this.#sight.begins(event);
  };

  /** A new view is about to be drawn. */
  changes(): void {
    this.#sight.changes();
  }

  /** Whether the hand that presses just now meant this command. */
  meant({ type }: Command): boolean {
    const { event } = globalThis;
    if (event?.type !== 'click') return true;
    return this.#sight.meant(event as MouseEvent, MEANT_WHATEVER.includes(type));
  }

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
