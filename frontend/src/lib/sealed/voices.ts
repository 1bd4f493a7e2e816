import type { Box } from '../../protocol';
import type { Bytes } from './bytes';
import { CircleKeys, newKeyId } from './circle-keys';
import { Exchange } from './exchange';
import { HandOvers } from './hand-overs';
import { type EncodedFrame, inOrder } from './in-order';
import type { FromWorker, ToWorker, TransformOptions } from './messages';
import { type KeySource, Opening } from './opening';
import { Sealing } from './sealing';

/** One sender's or receiver's way through the worker (RTCRtpScriptTransformer). */
export interface Transformer {
  readonly options: TransformOptions;
  readonly readable: ReadableStream<EncodedFrame>;
  readonly writable: WritableStream<EncodedFrame>;
}

/**
 * All voices of a page, for as long as its worker lives: one's own is sealed, the others' are opened. Connections come and go
 * meanwhile; a counter goes on, and what has been heard is not heard again. Private keys never leave it.
 */
export class SealedVoices {
  readonly #keyId = newKeyId();
  readonly #openings = new Map<number, Opening>();
  readonly #frames = new Map<number, number>();
  readonly #unopened = new Set<number>();
  readonly #keys: Promise<CircleKeys>;
  /** Of this page's seat, which is the same for its whole life. */
  readonly #exchange: Promise<Exchange>;
  readonly #handOvers: HandOvers;
  #sealing: Sealing | undefined;
  #begin!: (secret: Bytes) => void;
  #sit!: (seat: number) => void;

  constructor(
    private readonly tell: (message: FromWorker) => void,
    private readonly nowMs: () => number = () => performance.now(),
  ) {
    const secret = new Promise<Bytes>((resolve) => (this.#begin = resolve));
    const seat = new Promise<number>((resolve) => (this.#sit = resolve));
    this.#keys = secret.then((it) => CircleKeys.from(it));
    this.#exchange = seat.then(async (mine) => Exchange.begin(await this.#keys, mine));
    this.#handOvers = new HandOvers(
      async () => (await this.#exchange).boxes(nowMs()),
      (boxes) => tell({ type: 'hand', boxes }),
      nowMs,
    );
  }

  async hear(message: ToWorker): Promise<void> {
    switch (message.type) {
      case 'begin':
        this.#begin(message.secret);
        await this.#keys;
        return this.tell({ type: 'begun' });
      case 'count': {
        const { transform } = message;
        return this.tell({ type: 'count', transform, frames: this.#frames.get(transform) ?? 0 });
      }
      case 'seated':
        this.#sit(message.seat);
        return this.tell({ type: 'introduce', ...(await this.#exchange).introduction });
      case 'here':
        return this.#here(message);
      case 'handed':
        return this.#handed(message.box);
    }
  }

  async take({ options, readable, writable }: Transformer): Promise<void> {
    const { transform, does, seat } = options;
    const [keys, exchange] = await Promise.all([this.#keys, this.#exchange]);
    if (does === 'open') {
      const opening = this.#openings.get(seat) ?? new Opening(this.#source(exchange), seat);
      this.#openings.set(seat, opening);
      return inOrder(readable, writable, async (came) => {
        const clear = await opening.frame(came);
        this.#tellUnopened(seat, opening);
        return clear;
      });
    }
    const own = (): ReturnType<Exchange['sending']> => exchange.sending(this.nowMs());
    const sealing = (this.#sealing ??= new Sealing(keys, seat, this.#keyId, own));
    await sealing.ready;
    this.tell({ type: 'ready', transform });
    return inOrder(readable, writable, async (clear) => {
      const sealed = await sealing.frame(clear);
      this.#frames.set(transform, (this.#frames.get(transform) ?? 0) + 1);
      return sealed;
    });
  }

  async #here({ introduced, hearers, room }: Extract<ToWorker, { type: 'here' }>): Promise<void> {
    const exchange = await this.#exchange;
    const here = new Set(hearers);
    for (const seat of this.#unopened) if (!here.has(seat)) this.#beginsAnew(seat);
    const isShown = await exchange.here(introduced, here, room, this.nowMs());
    if (isShown) this.tell({ type: 'shown' });
    await this.#handOvers.changed();
  }

  async #handed(box: Box): Promise<void> {
    const isNew = await (await this.#exchange).handed(box, this.nowMs());
    if (isNew) this.#beginsAnew(box.seat);
  }

  /** Whether what this seat says from now on can be opened shows anew. */
  #beginsAnew(seat: number): void {
    const opening = this.#openings.get(seat);
    if (!opening) return;
    opening.refusals.over();
    this.#tellUnopened(seat, opening);
  }

  #tellUnopened(seat: number, { refusals: { unopened } }: Opening): void {
    if (unopened === this.#unopened.has(seat)) return;
    if (unopened) this.#unopened.add(seat);
    else this.#unopened.delete(seat);
    this.tell({ type: 'unopened', seats: [...this.#unopened] });
  }

  #source(exchange: Exchange): KeySource {
    return {
      base: (seat, keyId) => exchange.base(seat, keyId),
      opens: (seat, keyId) => exchange.opens(seat, keyId, this.nowMs()),
    };
  }
}
