import type { Bytes } from './bytes';

/** A frame as a browser hands it over (WebRTC Encoded Transform), as far as it is used here. */
export interface EncodedFrame {
  data: ArrayBuffer;
}

/** A second of sound. Who cannot keep up with it drops what comes next: never passes it on as it was. */
const PENDING_MAX = 50;

/** Passes frames on in their order, changed by `change`, while several are being changed at once. Ends with its source. */
export async function inOrder<F extends EncodedFrame>(
  readable: ReadableStream<F>,
  writable: WritableStream<F>,
  change: (data: Bytes) => Promise<Bytes>,
): Promise<void> {
  const [reader, writer] = [readable.getReader(), writable.getWriter()];
  const pending: Pending<F>[] = [];
  let written: Promise<void> = Promise.resolve();
  const settle = (one: Pending<F>, changed: Bytes | null): void => {
    one.changed = changed;
    while (pending[0]?.changed !== undefined) {
      const { frame, changed } = pending.shift()!;
      if (!changed) continue;
      frame.data = changed.buffer;
      written = writer.write(frame).catch(() => undefined); // the connection is over
    }
  };
  for (;;) {
    const { done, value: frame } = await reader.read();
    if (done) break;
    if (pending.length - Math.min(0, writer.desiredSize ?? 0) >= PENDING_MAX) continue;
    const one: Pending<F> = { frame };
    pending.push(one);
    one.settled = change(new Uint8Array(frame.data)).then(
      (changed) => settle(one, changed),
      () => settle(one, null),
    );
  }
  await Promise.all(pending.map(async ({ settled }) => settled));
  await written;
}

/** `changed` is null of a frame that could not be, and is left out. */
interface Pending<F> {
  readonly frame: F;
  changed?: Bytes | null;
  settled?: Promise<void>;
}
