import { onGestureOrReturn } from './gestures';

const AGAIN_AFTER_MS = 2000;

/** Where a voice is to come out. */
export interface Outlet {
  /** Leads it there; the wait is over once it may sound. */
  lead(element: HTMLMediaElement): Promise<void>;
  forget(element: HTMLMediaElement): void;
}

/**
 * Plays everybody's voice, and plays it again whenever the browser, a call or the system has stopped it: at once, at the
 * next touch, when the page is shown again, and after a while by itself.
 */
export class Playback {
  readonly #elements = new Set<HTMLMediaElement>();
  #stopped: readonly HTMLMediaElement[] = $state.raw([]);
  readonly #unwatch = onGestureOrReturn(() => this.play());
  #held = $state(false);
  #again: ReturnType<typeof setTimeout> | undefined;
  /** The browser's own output fails, and has not been mended at once. */
  #fails = $state(false);
  #mending: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly outlet: Outlet) {}

  /** Whether somebody's voice does not sound here although it should; a hand may help. */
  get stopped(): boolean {
    return (this.#fails || this.#stopped.length > 0) && !this.#held;
  }

  /** An attachment of an audio element: from now on it plays, until it is gone. */
  readonly keep = (element: HTMLMediaElement): (() => void) => {
    let playedMs = -Infinity;
    const play = (): void => {
      playedMs = performance.now();
      void this.#play(element);
    };
    const paused = (): void => {
      if (hasEnded(element)) return;
      if (performance.now() - playedMs < AGAIN_AFTER_MS) this.#stops(element);
      else play();
    };
    const goesOn = (): void => this.#isStopped(element, false);
    const over = new AbortController();
    const { signal } = over;
    this.#elements.add(element);
    element.addEventListener('loadedmetadata', play, { signal });
    element.addEventListener('pause', paused, { signal });
    element.addEventListener('playing', goesOn, { signal });
    element.addEventListener('ended', goesOn, { signal });
    element.addEventListener('error', this.#failed, { signal });
    return () => {
      over.abort();
      this.#elements.delete(element);
      goesOn();
      this.outlet.forget(element);
    };
  };

  /** Plays whatever does not play. */
  play(): void {
    for (const element of this.#elements) {
      if (element.paused && !hasEnded(element)) void this.#play(element);
    }
  }

  /** Nothing sounds until `release`. */
  hold(): void {
    this.#held = true;
    for (const element of this.#elements) {
      element.pause();
      void this.outlet.lead(element);
    }
  }

  release(): void {
    this.#held = false;
    this.play();
  }

  close(): void {
    this.#unwatch();
    clearTimeout(this.#again);
    clearTimeout(this.#mending);
  }

  /** Where it goes wrong again it is said, and tried every while. */
  readonly #failed = (): void => {
    this.#fails = this.#mending !== undefined;
    clearTimeout(this.#mending);
    if (this.#fails) this.#mending = setTimeout(this.#mend, AGAIN_AFTER_MS);
    else this.#mend();
  };

  /**
   * Chromium plays all voices by one renderer. When that is lost one voice errs, all are silent though they seem to play, and
   * only other streams for all of them, at once, bring another one.
   */
  readonly #mend = (): void => {
    for (const element of this.#elements) {
      element.srcObject = new MediaStream((element.srcObject as MediaStream).getTracks());
    }
    this.#mending = setTimeout(() => {
      this.#mending = undefined;
      this.#fails = false;
    }, AGAIN_AFTER_MS);
  };

  async #play(element: HTMLMediaElement): Promise<void> {
    await this.outlet.lead(element);
    if (this.#held || !this.#elements.has(element)) return;
    try {
      await element.play();
    } catch (error) {
      // A stream that was replaced, or a pause that came between: what came then is answered by itself.
      if ((error as Error).name !== 'AbortError') this.#stops(element);
    }
  }

  #isStopped(element: HTMLMediaElement, stopped: boolean): void {
    const others = this.#stopped.filter((other) => other !== element);
    this.#stopped = stopped ? [...others, element] : others;
  }

  #stops(element: HTMLMediaElement): void {
    if (this.#held || hasEnded(element) || !this.#elements.has(element)) return;
    this.#isStopped(element, true);
    clearTimeout(this.#again);
    this.#again = setTimeout(() => this.play(), AGAIN_AFTER_MS);
  }
}

/** A voice whose connection is over pauses too. There is nothing to play until another stream takes its place. */
function hasEnded(element: HTMLMediaElement): boolean {
  return (element.srcObject as MediaStream | null)?.active === false;
}
