const SPEECH_DB = -42;
const SPEAKS_FOR_MS = 1500;
const PAUSES_FOR_MS = 600;
const LOOKS_EVERY_MS = 100;
const STAYS_MS = 8000;

/** Notices somebody who goes on speaking: a cough or a door is none. */
export class Speech {
  #sinceMs: number | null = null;
  #lastMs = -Infinity;

  update(db: number, nowMs: number): boolean {
    if (db >= SPEECH_DB) {
      this.#sinceMs ??= nowMs;
      this.#lastMs = nowMs;
    } else if (nowMs - this.#lastMs > PAUSES_FOR_MS) {
      this.#sinceMs = null;
    }
    return this.#sinceMs !== null && this.#lastMs - this.#sinceMs >= SPEAKS_FOR_MS;
  }
}

/**
 * Reminds somebody, once a visit and for a moment, that their microphone is closed while they speak. It listens to what
 * this browser has open anyway, and only while `watch` runs: until the function that it returns is called.
 */
export class Reminder {
  #given = false;

  constructor(
    private readonly db: () => number,
    private readonly show: (shown: boolean) => void,
  ) {}

  watch(): (() => void) | undefined {
    if (this.#given) return undefined;
    const speech = new Speech();
    let hiding: ReturnType<typeof setTimeout> | undefined;
    const looking = setInterval(() => {
      if (!speech.update(this.db(), performance.now())) return;
      clearInterval(looking);
      this.#given = true;
      this.show(true);
      hiding = setTimeout(() => this.show(false), STAYS_MS);
    }, LOOKS_EVERY_MS);
    return () => {
      clearInterval(looking);
      clearTimeout(hiding);
      this.show(false);
    };
  }
}
