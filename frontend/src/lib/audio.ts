const OPENS_WITHIN_MS = 500;

/** The page's one AudioContext. Browsers let it run only after a click. */
export class AudioDoor {
  #context: AudioContext | undefined;

  get context(): AudioContext {
    return (this.#context ??= new AudioContext());
  }

  /** Called in a click. `resume` may never settle on a machine without a device, so it is not waited for long. */
  async open(): Promise<void> {
    await Promise.race([
      this.context.resume().catch(() => undefined),
      new Promise((patience) => setTimeout(patience, OPENS_WITHIN_MS)),
    ]);
  }

  close(): void {
    void this.#context?.close();
  }
}
