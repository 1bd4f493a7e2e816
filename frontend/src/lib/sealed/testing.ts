import type { Bytes } from './bytes';
import type { EncodedFrame } from './in-order';
import type { FromWorker, ToWorker, TransformOptions } from './messages';
import { SealedVoices } from './voices';

/** The worker, in the test's own thread; and it can be killed, or stand still. */
export class FakeWorker extends EventTarget {
  static readonly started: FakeWorker[] = [];
  alive = true;
  readonly voices = new SealedVoices((data: FromWorker) => {
    if (this.alive) this.dispatchEvent(new MessageEvent('message', { data }));
  });

  constructor() {
    super();
    FakeWorker.started.push(this);
  }

  postMessage(message: ToWorker): void {
    if (this.alive) void this.voices.hear(message);
  }

  terminate(): void {
    this.alive = false;
  }
}

/** What a browser's transform does with the frames of one sender or receiver. */
export class FakeScriptTransform {
  readonly #clear = new TransformStream<EncodedFrame, EncodedFrame>();
  readonly #changed = new TransformStream<EncodedFrame, EncodedFrame>();
  readonly #writer = this.#clear.writable.getWriter();
  readonly #reader = this.#changed.readable.getReader();

  constructor(worker: FakeWorker, options: TransformOptions) {
    const { readable } = this.#clear;
    const { writable } = this.#changed;
    if (worker.alive) void worker.voices.take({ options, readable, writable });
  }

  /** The frame as it leaves. */
  async pass(data: Bytes): Promise<Bytes> {
    void this.#writer.write({ data: data.slice().buffer });
    const { value } = await this.#reader.read();
    return new Uint8Array(value!.data);
  }
}

/** The same numbers below a bound for the same seed (mulberry32). */
export function chance(seed: number): (bound: number) => number {
  return (bound) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
}

/** The bytes that a vector has in hexadecimal. */
export function fromHex(written: string): Bytes {
  return new Uint8Array(written.match(/../g)?.map((byte) => parseInt(byte, 16)) ?? []);
}
