import type { Bytes } from './bytes';
import { isOwn } from './circle-keys';
import { Refusals } from './refusals';
import { ReplayWindow } from './replay-window';
import { SILENCE, saysNothing } from './sealing';
import { type FrameKey, frameKey, open } from './sframe';
import { decodedHeader } from './sframe-header';

const LIVES_MAX = 256;

/** Where the keys of a voice come from: they follow from the link, or pages have handed over their own (`Exchange`). */
export interface KeySource {
  base(seat: number, keyId: bigint): Promise<Bytes | undefined>;
  /** Whether this key may still be used; once it may not, it never may again. */
  opens(seat: number, keyId: bigint): boolean;
}

interface Life {
  key: FrameKey;
  window: ReplayWindow;
}

/**
 * The voice of one seat, opened. What is not authentic, comes a second time or is not sealed at all is silence: never
 * noise, never a gap.
 *
 * Whoever sits there has another key for each life of their page. A key is kept only once it has opened a frame, so the
 * server cannot fill this; and it is kept for good, or what it opened could be played again.
 */
export class Opening {
  readonly refusals = new Refusals();
  readonly #lives = new Map<bigint, Life>();

  constructor(
    private readonly keys: KeySource,
    private readonly seat: number,
  ) {}

  async frame(came: Bytes): Promise<Bytes> {
    if (saysNothing(came)) return came;
    const clear = await this.#clear(came);
    if (clear) this.refusals.over();
    else this.refusals.refused();
    return clear ?? SILENCE.slice();
  }

  async #clear(sealed: Bytes): Promise<Bytes | undefined> {
    const header = decodedHeader(sealed);
    if (!header || !this.#mayOpen(header.keyId)) return undefined;
    const known = this.#lives.get(header.keyId);
    if (!known && !this.#hasRoom()) return undefined;
    const key = known?.key ?? (await this.#key(header.keyId));
    if (!key) return undefined;
    const clear = await open(key, sealed);
    if (!clear) return undefined;
    // Asked again: another frame of this life may have been opened meanwhile.
    const life = this.#lives.get(header.keyId) ?? { key, window: new ReplayWindow() };
    this.#lives.set(header.keyId, life);
    return life.window.takes(header.counter) ? clear : undefined;
  }

  /** Whether one more life can be kept. What is closed for good makes room. */
  #hasRoom(): boolean {
    if (this.#lives.size >= LIVES_MAX) for (const keyId of this.#lives.keys()) this.#mayOpen(keyId);
    return this.#lives.size < LIVES_MAX;
  }

  /** Of a page's own key that is closed for good, nothing needs to be remembered: nothing opens it again. */
  #mayOpen(keyId: bigint): boolean {
    const may = this.keys.opens(this.seat, keyId);
    if (!may && isOwn(keyId)) this.#lives.delete(keyId);
    return may;
  }

  async #key(keyId: bigint): Promise<FrameKey | undefined> {
    const base = await this.keys.base(this.seat, keyId);
    return base && frameKey(keyId, base);
  }
}
