import type { Bytes } from './bytes';

/** A frame as a browser hands it over (WebRTC Encoded Transform), as far as it is used here. */
export interface Frame {
  data: ArrayBuffer;
}

/** A second of sound. Who cannot keep up with it drops what comes next: never passes it on as it was. */
const PENDING_MAX = 50;

/** Passes frames on in their order, changed by `change`, while several are being changed at once. Ends with its source. */
export async function inOrder<F extends Frame>(
  readable: ReadableStream<F>,
  writable: WritableStream<F>,
  change: (data: Bytes) => Promise<Bytes>,
): Promise<void> {
  const writer = writable.getWriter();
  let pending = 0;
  let before: Promise<void> = Promise.resolve();
  const pass = async (frame: F, previous: Promise<void>): Promise<void> => {
    const changed = await change(new Uint8Array(frame.data)).catch(() => null);
    await previous;
    if (!changed) return;
    frame.data = changed.buffer;
    await writer.write(frame).catch(() => undefined); // the connection is over
  };
  for await (const frame of frames(readable)) {
    if (pending >= PENDING_MAX) continue;
    pending++;
    before = pass(frame, before).finally(() => pending--);
  }
  await before;
}

/** Not every browser can iterate over a stream. */
async function* frames<F>(readable: ReadableStream<F>): AsyncGenerator<F> {
  const reader = readable.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
