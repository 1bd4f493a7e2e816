import type { Bytes } from './bytes';
import type { FromWorker, OfKeys, ToWorker, TransformOptions } from './messages';
import { onlyConstantOpus } from './offer';

const BEGINS_WITHIN_MS = 8000;
const READY_WITHIN_MS = 5000;
const COUNTS_WITHIN_MS = 2500;

/** One's own voice on one connection, as the worker seals it. */
export interface SealedSender {
  /** Whether the worker has confirmed that whatever is sent goes through it. */
  readonly ready: Promise<boolean>;
  /** How many frames have gone through it; null where the worker does not answer. */
  frames(): Promise<number | null>;
}

/** The seal of a circle on this page: its secret, and the worker that seals and opens by it. */
export class Seal {
  #worker: Worker;
  #begun: Promise<boolean>;
  #transforms = 0;
  #hear: ((message: OfKeys) => void) | null = null;
  /** Called when it turns out whether the server keeps back what this page says of its own key. */
  withheld: (is: boolean) => void = () => undefined;
  /** Called with the seats whose voices cannot be opened here, at each change. */
  unopened: (seats: readonly number[]) => void = () => undefined;

  constructor(
    private readonly secret: Bytes,
    private readonly start: () => Worker,
  ) {
    [this.#worker, this.#begun] = this.#begin();
  }

  /** Whether the worker runs. */
  get begun(): Promise<boolean> {
    return this.#begun;
  }

  /** From now on this hears what the worker says of its keys; null: nobody does. */
  hear(hear: ((message: OfKeys) => void) | null): void {
    this.#hear = hear;
  }

  say(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  /** What of this offer may be answered: a sealed voice is sent and taken in one way only. */
  narrowed(offer: string): string {
    return onlyConstantOpus(offer);
  }

  /** Sets the sender's transform before anything else can happen: nothing can leave by it in another way. */
  seal(sender: RTCRtpSender, seat: number): SealedSender {
    const [worker, transform] = [this.#worker, ++this.#transforms];
    sender.transform = transformBy(worker, { transform, does: 'seal', seat });
    const answer = (type: 'ready' | 'count', withinMs: number): Promise<FromWorker | null> =>
      heard(worker, (told) => told.type === type && told.transform === transform, withinMs);
    return {
      ready: answer('ready', READY_WITHIN_MS).then((told) => told !== null),
      async frames() {
        const answered = answer('count', COUNTS_WITHIN_MS);
        worker.postMessage({ type: 'count', transform } satisfies ToWorker);
        const told = await answered;
        return told?.type === 'count' ? told.frames : null;
      },
    };
  }

  /** From now on this receiver's voice is opened, as the voice of this seat. */
  open(receiver: RTCRtpReceiver, seat: number): void {
    receiver.transform = transformBy(this.#worker, {
      transform: ++this.#transforms,
      does: 'open',
      seat,
    });
  }

  /** Begins anew with another worker, which draws another number for its key. */
  renew(): void {
    this.#worker.terminate();
    this.unopened([]);
    [this.#worker, this.#begun] = this.#begin();
  }

  close(): void {
    this.#worker.terminate();
  }

  #begin(): [Worker, Promise<boolean>] {
    const worker = this.start();
    const begun = heard(worker, ({ type }) => type === 'begun', BEGINS_WITHIN_MS);
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.type === 'unopened') this.unopened(data.seats);
      if (data.type === 'introduce' || data.type === 'shown' || data.type === 'hand')
        this.#hear?.(data);
    });
    worker.postMessage({ type: 'begin', secret: this.secret } satisfies ToWorker);
    return [worker, begun.then((told) => told !== null)];
  }
}

function transformBy(worker: Worker, options: TransformOptions): RTCRtpScriptTransform {
  return new RTCRtpScriptTransform(worker, options);
}

/** The first such message of the worker; null where none comes in time, or it cannot run. */
function heard(
  worker: Worker,
  wanted: (told: FromWorker) => boolean,
  withinMs: number,
): Promise<FromWorker | null> {
  return new Promise((resolve) => {
    const over = new AbortController();
    const settle = (told: FromWorker | null): void => {
      over.abort();
      clearTimeout(patience);
      resolve(told);
    };
    const patience = setTimeout(() => settle(null), withinMs);
    const { signal } = over;
    worker.addEventListener('error', () => settle(null), { signal });
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<FromWorker>) => wanted(data) && settle(data),
      { signal },
    );
  });
}
