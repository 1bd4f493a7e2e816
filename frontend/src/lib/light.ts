const RISES_AT_DB = -48;
const FALLS_AT_DB = -56;
const LINGERS_MS = 500;

/** The soft light of one voice: quick to come, slow to go, and it never tells how loud or how long. */
export class Light {
  #lit = false;
  #heardMs = -Infinity;

  update(db: number, nowMs: number): boolean {
    if (db >= (this.#lit ? FALLS_AT_DB : RISES_AT_DB)) {
      this.#lit = true;
      this.#heardMs = nowMs;
    } else if (nowMs - this.#heardMs > LINGERS_MS) {
      this.#lit = false;
    }
    return this.#lit;
  }
}
