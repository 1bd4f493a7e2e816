/**
 * The keys of one seat's pages, as they were handed over. Pure: time is an argument, in milliseconds.
 *
 * Once a page has handed over a key, the link's is closed for its seat; it opens again for another page, which begins with it.
 */

import type { Bytes } from './bytes';
import type { OwnKey } from './box';
import { isOwn } from './circle-keys';

/** So long what was sealed with an earlier key can still be opened. */
export const OPENED_FOR_MS = 10_000;

export class OthersKeys {
  readonly #keys = new Map<bigint, { base: Bytes; untilMs: number }>();
  /** The newest epoch of each page that was ever here, by its public key: none of them begins anew. */
  readonly #epochs = new Map<string, number>();
  #page: string | undefined;
  #linkUntilMs = Infinity;

  /** This page sits here now. */
  sits(page: string): void {
    if (this.#page === page) return;
    this.#page = page;
    if (!this.#epochs.has(page)) this.#linkUntilMs = Infinity;
  }

  /** A key that this page has handed over. One that is not newer than those before it is no news: it was sent again. */
  take(page: string, { keyId, base, epoch }: OwnKey, nowMs: number): boolean {
    if (page !== this.#page || epoch <= (this.#epochs.get(page) ?? 0)) return false;
    this.#epochs.set(page, epoch);
    this.#linkUntilMs = Math.min(this.#linkUntilMs, nowMs + OPENED_FOR_MS);
    for (const [id, key] of this.#keys) {
      key.untilMs = Math.min(key.untilMs, nowMs + OPENED_FOR_MS);
      if (key.untilMs <= nowMs) this.#keys.delete(id);
    }
    this.#keys.set(keyId, { base, untilMs: Infinity });
    return true;
  }

  /** Whether a frame of this key's number may be opened at all. */
  opens(keyId: bigint, nowMs: number): boolean {
    const untilMs = isOwn(keyId) ? this.#keys.get(keyId)?.untilMs : this.#linkUntilMs;
    return nowMs < (untilMs ?? -Infinity);
  }

  /** The base of a key that was handed over. */
  base(keyId: bigint): Bytes | undefined {
    return this.#keys.get(keyId)?.base;
  }
}
