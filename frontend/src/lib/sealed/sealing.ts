import type { OwnKey } from './box';
import type { Bytes } from './bytes';
import { type CircleKeys, newKeyId } from './circle-keys';
import { Padding } from './padding';
import { type FrameKey, frameKey, seal } from './sframe';

/**
 * Opus' own silence in three bytes. The server may put it in itself, to end a voice; it says nothing, so it is never sealed,
 * and it is what is played in place of a frame that cannot be opened.
 */
export const SILENCE: Bytes = new Uint8Array([0xf8, 0xff, 0xfe]);

export function saysNothing(frame: Uint8Array): boolean {
  return (
    frame.length === 0 ||
    (frame.length === SILENCE.length && frame.every((byte, at) => byte === SILENCE[at]))
  );
}

/**
 * One's own microphone, sealed for a seat: with the link's key, or with the page's own as soon as there is one, and from then on
 * with no other. No counter is used twice with one key.
 */
export class Sealing {
  #counter = 0n;
  #keyId: bigint;
  #key: Promise<FrameKey>;
  readonly #padding = new Padding();

  constructor(
    keys: CircleKeys,
    seat: number,
    keyId = newKeyId(),
    private readonly own: () => OwnKey | undefined = () => undefined,
  ) {
    this.#keyId = keyId;
    this.#key = keys.base(seat, keyId).then((base) => frameKey(keyId, base));
  }

  /** Fulfilled once a frame can be sealed. */
  get ready(): Promise<unknown> {
    return this.#key;
  }

  /** A sealed frame for each frame, in their order; nothing of a frame ever leaves as it was, unless it says nothing. */
  async frame(clear: Bytes): Promise<Bytes> {
    if (saysNothing(clear)) return clear;
    this.#changeKey();
    const [key, counter] = [this.#key, this.#counter++];
    const filled = this.#padding.of(clear);
    return seal(await key, counter, filled);
  }

  #changeKey(): void {
    const own = this.own();
    if (!own || own.keyId === this.#keyId) return;
    this.#keyId = own.keyId;
    this.#key = frameKey(own.keyId, own.base);
    this.#counter = 0n;
  }
}
