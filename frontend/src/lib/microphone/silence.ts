/** Below one bit of 16: no room is so quiet, only a device that gives nothing. */
const NOTHING_DB = -95;
const NEVER_HEARD_MS = 4000;
const NO_LONGER_HEARD_MS = 30_000;

/**
 * Notices a microphone that gives no sound at all. One that has been heard is trusted for longer: some headsets send
 * nothing between words.
 */
export class DigitalSilence {
  #sinceMs: number | null = null;
  #heard = false;

  /** `db` is null where nothing can be measured: then nothing is said against the microphone. */
  update(db: number | null, nowMs: number): boolean {
    if (db === null || db > NOTHING_DB) {
      this.#heard ||= db !== null;
      this.#sinceMs = null;
      return false;
    }
    this.#sinceMs ??= nowMs;
    return nowMs - this.#sinceMs >= (this.#heard ? NO_LONGER_HEARD_MS : NEVER_HEARD_MS);
  }
}
