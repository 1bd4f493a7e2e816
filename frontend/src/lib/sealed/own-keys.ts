/**
 * The keys that a page seals its voice with, and who has them. One that somebody has who hears this page no more is
 * replaced. Pure: time is an argument, in milliseconds.
 */

import type { OwnKey } from './box';
import { newOwnKeyId } from './circle-keys';

/** So long after it was handed over a key is used: by then everybody has it. */
export const USED_AFTER_MS = 1000;

/** A key, and the pages that it is to be handed to. */
export interface Handing {
  key: OwnKey;
  to: string[];
}

const BASE_BYTES = 32;

export class OwnKeys {
  #epoch = 0;
  #used: OwnKey | undefined;
  #newest: OwnKey | undefined;
  #usedFromMs = 0;
  /** Who has been handed the newest, by their public key. */
  #holders = new Set<string>();
  /** Those of them to whom it has come over the connection that they have now. */
  #reached = new Set<string>();
  /** Who has been handed the one in use, as long as that is not the newest. */
  #usedBy = new Set<string>();

  /** What to seal with; undefined as long as it is the link's key. Once there is one, there always is. */
  sending(nowMs: number): OwnKey | undefined {
    if (this.#newest && nowMs >= this.#usedFromMs) this.#used = this.#newest;
    return this.#used;
  }

  /**
   * Those who hear this page now, by their public keys and what names their connection. Returns the key to hand over, and to
   * which of them. Who comes while it waits to be used is handed the one in use as well, before it. `atOnce`: it is not to wait
   * for anybody.
   */
  heardBy(
    connections: ReadonlyMap<string, string>,
    nowMs: number,
    atOnce = false,
  ): Handing & { before?: Handing } {
    this.sending(nowMs);
    const lost = [...this.#holders].some((key) => !connections.has(key));
    const key = this.#newest && !lost && !atOnce ? this.#newest : this.#drawn(nowMs, atOnce);
    const to = [...connections.keys()].filter((page) => !this.#reached.has(connections.get(page)!));
    for (const page of to) {
      this.#holders.add(page);
      this.#reached.add(connections.get(page)!);
    }
    const used = this.sending(nowMs); // another one, where it was drawn to be used at once
    if (!used || used === key) return { key, to };
    const late = to.filter((page) => !this.#usedBy.has(page));
    for (const page of late) this.#usedBy.add(page);
    return { key, to, before: { key: used, to: late } };
  }

  /** Whatever was handed over may not have come: this page's own connection is another. */
  forgetReached(): void {
    this.#reached.clear();
  }

  #drawn(nowMs: number, atOnce: boolean): OwnKey {
    const waits = this.#newest !== this.#used;
    const usedFromMs = atOnce ? nowMs : nowMs + USED_AFTER_MS;
    // Changes that follow one another without end do not put it off.
    this.#usedFromMs = waits ? Math.min(this.#usedFromMs, usedFromMs) : usedFromMs;
    if (!waits) this.#usedBy = new Set(this.#holders);
    this.#holders.clear();
    this.#reached.clear();
    const base = crypto.getRandomValues(new Uint8Array(BASE_BYTES));
    this.#newest = { keyId: newOwnKeyId(), base, epoch: ++this.#epoch };
    return this.#newest;
  }
}
