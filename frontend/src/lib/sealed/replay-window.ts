/** Which numbers of frames of one key have been opened: none is heard twice (RFC 9605, section 9.3). */

const WIDTH = 256n;
const ALL = (1n << WIDTH) - 1n;

export class ReplayWindow {
  #newest = -1n;
  /** The lowest bit is the newest. */
  #seen = 0n;

  /** True once for each number that is not older than the window. Ask only of what is authentic. */
  takes(counter: bigint): boolean {
    const ahead = counter - this.#newest;
    if (ahead > 0n) {
      this.#seen = ahead >= WIDTH ? 1n : ((this.#seen << ahead) | 1n) & ALL;
      this.#newest = counter;
      return true;
    }
    const bit = 1n << -ahead;
    if (-ahead >= WIDTH || (this.#seen & bit) !== 0n) return false;
    this.#seen |= bit;
    return true;
  }
}
