/** Below one bit of 16: no room is so quiet, only a device that gives nothing. */
const NOTHING_DB = -95;
const NEVER_HEARD_MS = 4000;
const NO_LONGER_HEARD_MS = 30_000;

/**
 * Notices a microphone that gives no sound at all. One that has been heard is trusted for longer, and one that has come back
 * by itself for good: some headsets send nothing between words. Once noticed, it stays so until there is sound.
 */
export class DigitalSilence {
  #sinceMs: number | null = null;
  #heard = false;
  #comesBack = false;
  #told = false;

  /**
   * `db` is null where nothing can be measured: then nothing is said against the microphone. `patient`: whoever has it may
   * only listen, so that one never heard says no more than any other.
   */
  update(db: number | null, nowMs: number, patient = false): boolean {
    if (db === null || db > NOTHING_DB) {
      this.#comesBack ||= this.#heard && this.#sinceMs !== null && db !== null;
      this.#heard ||= db !== null;
      this.#sinceMs = null;
      return (this.#told = false);
    }
    this.#sinceMs ??= nowMs;
    const waitsMs = this.#heard || patient ? NO_LONGER_HEARD_MS : NEVER_HEARD_MS;
    return (this.#told ||= !this.#comesBack && nowMs - this.#sinceMs >= waitsMs);
  }
}
