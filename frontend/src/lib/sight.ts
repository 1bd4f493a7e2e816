import { READ_MS } from './press-times';

/** A button as it stood before a new view. */
interface Stood {
  button: HTMLButtonElement;
  said: string;
  at: DOMRect;
}

/**
 * What a press can have meant. A new view may let a button say something else, or move another one under the hand, in the
 * moment of the press: the hand meant what was read before.
 */
export class Sight {
  /** What stood until when. */
  #seen: { untilMs: number; stood: Stood[] }[] = [];
  #down: HTMLButtonElement | null = null;
  #begun = '';

  /** A pointer or a key goes down. */
  begins(event: Event): void {
    this.#down = buttonOf(event);
    this.#begun = saidBy(this.#down);
  }

  /**
   * A new view is about to be drawn, whoever has brought it about: an answer that was waited for is read no sooner than what
   * others have done.
   */
  changes(): void {
    const untilMs = performance.now();
    const stood = [...document.querySelectorAll('button')].map((button) => ({
      button,
      said: saidBy(button),
      at: button.getBoundingClientRect(),
    }));
    this.#seen = this.#seen.filter((seen) => untilMs - seen.untilMs < READ_MS);
    this.#seen.push({ untilMs, stood });
  }

  /** Whether this press of a button meant what it does now; `whatever` it says, where that counts for nothing. */
  meant(press: MouseEvent, whatever = false): boolean {
    const button = buttonOf(press);
    const said = saidBy(button);
    const begun = this.#down === button ? this.#begun : said;
    this.#down = null;
    return (
      (whatever || begun === said) &&
      this.#seen.every(
        ({ untilMs, stood }) =>
          press.timeStamp - untilMs >= READ_MS || this.#stood(stood, press, whatever),
      )
    );
  }

  /** Whether it stood there and said this. What came where no button was, or was opened by this hand since, is meant too. */
  #stood(stood: Stood[], press: MouseEvent, whatever: boolean): boolean {
    const button = buttonOf(press);
    const before = stood.find((one) => one.button === button);
    if (!whatever && before && before.said !== saidBy(button)) return false;
    const byKey = press.detail === 0;
    if (byKey || (before ? before.at.width === 0 : button?.closest('dialog'))) return true;
    const there = stood.filter(
      ({ at }) =>
        at.left < press.clientX &&
        press.clientX < at.right &&
        at.top < press.clientY &&
        press.clientY < at.bottom,
    );
    return there.length === 0 || there.includes(before!);
  }
}

function buttonOf({ target }: Event): HTMLButtonElement | null {
  return target instanceof Element ? target.closest('button') : null;
}

/** All that one reads or hears of it, and the step that it is about: +5 min are meant for the one that was read above it. */
function saidBy(button: HTMLButtonElement | null): string {
  return `${button?.ariaLabel} ${button?.ariaChecked} ${button?.textContent} ${button?.value}`;
}
