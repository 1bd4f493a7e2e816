import type { Bytes } from './bytes';
import { CircleKeys, newKeyId } from './circle-keys';
import { type Frame, inOrder } from './in-order';
import type { FromWorker, ToWorker, TransformOptions } from './messages';
import { Opening } from './opening';
import { Sealing } from './sealing';

/** One sender's or receiver's way through the worker (RTCRtpScriptTransformer). */
export interface Transformer {
  readonly options: TransformOptions;
  readonly readable: ReadableStream<Frame>;
  readonly writable: WritableStream<Frame>;
}

/**
 * All voices of a page, for as long as its worker lives: one's own is sealed, the others' are opened. Connections come and go
 * meanwhile; a counter goes on, and what has been heard is not heard again.
 */
export class SealedVoices {
  readonly #keyId = newKeyId();
  readonly #sealings = new Map<number, Sealing>();
  readonly #openings = new Map<number, Opening>();
  readonly #frames = new Map<number, number>();
  readonly #keys: Promise<CircleKeys>;
  #begin!: (secret: Bytes) => void;

  constructor(private readonly tell: (message: FromWorker) => void) {
    const secret = new Promise<Bytes>((resolve) => (this.#begin = resolve));
    this.#keys = secret.then((it) => CircleKeys.from(it));
  }

  async hear(message: ToWorker): Promise<void> {
    if (message.type === 'count') {
      const { transform } = message;
      this.tell({ type: 'count', transform, frames: this.#frames.get(transform) ?? 0 });
    } else {
      this.#begin(message.secret);
      await this.#keys;
      this.tell({ type: 'begun' });
    }
  }

  async take({ options, readable, writable }: Transformer): Promise<void> {
    const { transform, does, seat } = options;
    const keys = await this.#keys;
    if (does === 'open') {
      const opening = known(this.#openings, seat, () => new Opening(keys, seat));
      return inOrder(readable, writable, (came) => opening.frame(came));
    }
    const sealing = known(this.#sealings, seat, () => new Sealing(keys, seat, this.#keyId));
    await sealing.ready;
    this.tell({ type: 'ready', transform });
    return inOrder(readable, writable, async (clear) => {
      const sealed = await sealing.frame(clear);
      this.#frames.set(transform, (this.#frames.get(transform) ?? 0) + 1);
      return sealed;
    });
  }
}

function known<V>(all: Map<number, V>, which: number, make: () => V): V {
  const one = all.get(which) ?? make();
  all.set(which, one);
  return one;
}
