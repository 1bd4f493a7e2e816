import { onGestureOrReturn } from './gestures';

/** A part of the standard that TypeScript does not know yet; browsers that do not, either, pass over it. */
declare global {
  interface AudioContextOptions {
    renderSizeHint?: number | 'default' | 'hardware';
  }
}

const OPENS_WITHIN_MS = 500;

/** For a context that nobody listens to: it may work in large pieces, a tenth of a second late, at a quarter of the cost. */
export const MEASURES_ONLY: AudioContextOptions = { latencyHint: 0.1, renderSizeHint: 4096 };

/**
 * An AudioContext, which measures voices or places them. Browsers let it run only after a click, and a
 * call or the system may interrupt it; then it is resumed as soon as that is allowed. Voices are heard without it.
 */
export class ResumingAudioContext {
  #context: AudioContext | null | undefined;
  #changes = $state(0);
  readonly #unwatch = onGestureOrReturn(() => void this.#resume());

  constructor(private readonly options?: AudioContextOptions) {}

  /** Null where this browser gives none. */
  get context(): AudioContext | null {
    if (this.#context === undefined) {
      this.#context = newContext(this.options);
      this.#context?.addEventListener('statechange', () => {
        this.#changes++;
        void this.#resume();
      });
    }
    return this.#context;
  }

  /** Whether it runs now; to be read as state. */
  get running(): boolean {
    void this.#changes;
    return this.#context?.state === 'running';
  }

  /** Called in a click. `resume` may never settle on a machine without a device, so it is not waited for long. */
  async open(): Promise<void> {
    void this.context;
    await Promise.race([
      this.#resume(),
      new Promise((patience) => setTimeout(patience, OPENS_WITHIN_MS)),
    ]);
  }

  close(): void {
    this.#unwatch();
    this.#context?.close().catch(() => undefined);
  }

  /** `interrupted` is what some browsers call it; only what was closed by us stays so. */
  async #resume(): Promise<void> {
    const stopped = this.#context && !['running', 'closed'].includes(this.#context.state);
    if (stopped) await this.#context?.resume().catch(() => undefined);
  }
}

function newContext(options?: AudioContextOptions): AudioContext | null {
  try {
    return new AudioContext(options);
  } catch {
    return null;
  }
}
