/**
 * The keys of one seat's pages, as they were handed over. Pure: time is an argument, in milliseconds.
 *
 * Once a page has handed over a key, the link's is closed for its seat; it opens again for another page, which begins with it.
 */

import type { Bytes } from './bytes';
import type { OwnKey } from './box';
import { drawnOf, isOwn } from './circle-keys';
import { nextBase } from './next-key';

/** So long what was sealed with an earlier key can still be opened. */
export const OPENED_FOR_MS = 10_000;

/** A key that was handed over, by this number, and the bases of those that follow, as far as they were needed. */
interface Handed {
  keyId: bigint;
  bases: Promise<Bytes>[];
  untilMs: number;
}

export class OthersKeys {
  /** By what was drawn of their numbers. */
  readonly #keys = new Map<bigint, Handed>();
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
    const bases = [Promise.resolve(base)];
    this.#keys.set(drawnOf(keyId), { keyId, bases, untilMs: Infinity });
    return true;
  }

  /** Whether a frame of this key's number may be opened at all. */
  opens(keyId: bigint, nowMs: number): boolean {
    const untilMs = isOwn(keyId) ? this.#handed(keyId)?.untilMs : this.#linkUntilMs;
    return nowMs < (untilMs ?? -Infinity);
  }

  /** The base of a key that was handed over, or follows from one. */
  base(keyId: bigint): Promise<Bytes> | undefined {
    const handed = this.#handed(keyId);
    if (!handed) return undefined;
    const { bases } = handed;
    const at = Number(keyId - handed.keyId) / 2;
    while (bases.length <= at) bases.push(bases.at(-1)!.then(nextBase));
    return bases[at];
  }

  /** What this one follows from, if it is not from before that. */
  #handed(keyId: bigint): Handed | undefined {
    const handed = this.#keys.get(drawnOf(keyId));
    return handed && handed.keyId <= keyId ? handed : undefined;
  }
}
