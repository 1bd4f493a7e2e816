/**
 * The keys that a page seals its voice with, and who has them. One that somebody has who hears this page no more is
 * replaced, and one that was in use when somebody comes is followed by its next. Pure: time is an argument, in milliseconds.
 */

import type { OwnKey } from './box';
import { BASE_BYTES, newOwnKeyId } from './circle-keys';
import { nextKey } from './next-key';

/** So long after it was handed over a key is used: by then everybody has it. */
export const USED_AFTER_MS = 1000;

/** A key, and the pages that it is to be handed to. */
export interface Handing {
  key: OwnKey;
  to: string[];
}

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
   * Those who hear this page now, by their public keys and what names their connection. Returns the keys to hand over, the earlier
   * one first, and to which of them. Who comes while a key waits to be used is handed the one in use as well; of one in use who
   * comes is handed the next. Call it again only once it has answered.
   */
  async heardBy(connections: ReadonlyMap<string, string>, nowMs: number): Promise<Handing[]> {
    const next = await this.#next(); // from here on nothing waits: no frame is sealed in between
    const used = this.sending(nowMs);
    const pages = [...connections.keys()];
    const lost = [...this.#holders].some((page) => !connections.has(page));
    if (!this.#newest || lost) this.#draw(nowMs + USED_AFTER_MS);
    else if (used === this.#newest && pages.some((page) => !this.#holders.has(page)))
      this.#used = this.#newest = next.get(this.#newest);
    const key = this.#newest!;
    const to = pages.filter((page) => !this.#reached.has(connections.get(page)!));
    for (const page of to) {
      this.#holders.add(page);
      this.#reached.add(connections.get(page)!);
    }
    if (!used || this.#used === key) return [{ key, to }];
    const late = to.filter((page) => !this.#usedBy.has(page));
    if (late.length > 0) this.#used = next.get(used);
    for (const page of late) this.#usedBy.add(page);
    return [
      { key: this.#used!, to: late },
      { key, to },
    ];
  }

  /** This page has changed rooms: what it says from now on nobody opens who has a key of its by now. */
  moves(nowMs: number): void {
    this.#draw(nowMs);
  }

  /** Whatever was handed over may not have come: this page's own connection is another. */
  forgetReached(): void {
    this.#reached.clear();
  }

  /** What follows from the keys that there are. */
  async #next(): Promise<Map<OwnKey, OwnKey>> {
    const keys = [this.#used, this.#newest].filter((key) => key !== undefined);
    return new Map(await Promise.all(keys.map(async (key) => [key, await nextKey(key)] as const)));
  }

  #draw(usedFromMs: number): void {
    const waits = this.#newest !== this.#used;
    // Changes that follow one another without end do not put it off.
    this.#usedFromMs = waits ? Math.min(this.#usedFromMs, usedFromMs) : usedFromMs;
    if (!waits) this.#usedBy = new Set(this.#holders);
    this.#holders.clear();
    this.#reached.clear();
    const base = crypto.getRandomValues(new Uint8Array(BASE_BYTES));
    this.#newest = { keyId: newOwnKeyId(), base, epoch: ++this.#epoch };
  }
}
