/** Three seconds of somebody's speech: so long keys may be on their way. */
export const REFUSED_MAX = 150;

/** Whether a voice cannot be opened here at all: of so many frames in a row not one could be. */
export class Refusals {
  #inARow = 0;

  get unopened(): boolean {
    return this.#inARow >= REFUSED_MAX;
  }

  refused(): void {
    this.#inARow++;
  }

  /** One could be opened, or a key has come that has not been tried yet. */
  over(): void {
    this.#inARow = 0;
  }
}
