import { expect, it } from 'vitest';

import type { Bytes } from './bytes';
import { type EncodedFrame, inOrder } from './in-order';

function source(count: number): ReadableStream<EncodedFrame> {
  return new ReadableStream({
    start(controller) {
      for (let n = 0; n < count; n++) controller.enqueue({ data: new Uint8Array([n]).buffer });
      controller.close();
    },
  });
}

function sink(): { written: number[]; writable: WritableStream<EncodedFrame> } {
  const written: number[] = [];
  const writable = new WritableStream<EncodedFrame>({
    write: ({ data }) => void written.push(new Uint8Array(data)[0]!),
  });
  return { written, writable };
}

it('keeps the order of frames that take differently long', async () => {
  const { written, writable } = sink();
  await inOrder(source(20), writable, async (data) => {
    await new Promise((resolve) => setTimeout(resolve, (data[0]! * 7) % 5));
    return data;
  });
  expect(written).toEqual(Array.from({ length: 20 }, (_, n) => n));
});

it('drops what comes while too much waits, and passes none of it on as it was', async () => {
  const { written, writable } = sink();
  const waiting: (() => void)[] = [];
  const done = inOrder(
    source(120),
    writable,
    (data) =>
      new Promise<Bytes>((resolve) =>
        waiting.push(() => resolve(new Uint8Array([data[0]! + 100]))),
      ),
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(waiting.length).toBe(50);
  for (const go of waiting) go();
  await done;
  expect(written).toEqual(Array.from({ length: 50 }, (_, n) => n + 100));
});

it('drops what comes while the other end takes nothing', async () => {
  const written: number[] = [];
  let take: () => void = () => undefined;
  const taken = new Promise<void>((resolve) => (take = resolve));
  const writable = new WritableStream<EncodedFrame>({
    write({ data }) {
      written.push(new Uint8Array(data)[0]!);
      return taken;
    },
  });
  const done = inOrder(source(120), writable, async (data) => data);
  await new Promise((resolve) => setTimeout(resolve, 20));
  take();
  await done;
  expect(written).toEqual(Array.from({ length: 51 }, (_, n) => n));
});

it('leaves out a frame that could not be changed', async () => {
  const { written, writable } = sink();
  await inOrder(source(4), writable, async (data) => {
    if (data[0] === 2) throw new Error('no key');
    return data;
  });
  expect(written).toEqual([0, 1, 3]);
});
