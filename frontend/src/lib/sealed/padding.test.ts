import { describe, expect, it } from 'vitest';

import { type Bytes, hex } from './bytes';
import { Padding, padded } from './padding';
import vectors from './padding-vectors.json';
import { fromHex } from './testing';

/** As long as each, all of one frame of 20 ms. */
const frames = (...lengths: number[]): Bytes[] =>
  lengths.map((length) => new Uint8Array(length).fill(7).fill(0x78, 0, 1));

describe('a frame that is filled up', () => {
  it.each(vectors)(
    'is what decoders were seen to play alike: $frame',
    ({ frame, padded: whole }) => {
      expect(hex(padded(fromHex(frame), whole.length / 2))).toBe(whole);
    },
  );

  it('is as long as it is to be, whatever that is', () => {
    const [frame] = frames(40);
    for (let length = 40; length < 1276; length++)
      expect(padded(frame!, length)).toHaveLength(length);
  });

  it('stays as it is if it holds several frames, or is empty, or long enough', () => {
    const several = new Uint8Array([0x7b, 2, 9, 9]);
    for (const frame of [several, new Uint8Array(), frames(60)[0]!])
      expect(padded(frame, 60)).toBe(frame);
  });
});

describe('a voice that is filled up', () => {
  it('has one length once its longest frame has been', () => {
    const padding = new Padding();
    const sent = frames(57, 99, 81, 12, 99, 60).map((frame) => padding.of(frame).length);
    expect(sent).toEqual([57, 99, 99, 99, 99, 99]);
  });

  it('at a constant bit rate is not a byte longer', () => {
    const padding = new Padding();
    for (const frame of frames(80, 80, 80)) expect(padding.of(frame)).toBe(frame);
  });

  it('pauses as it did', () => {
    const padding = new Padding();
    padding.of(frames(80)[0]!);
    for (const frame of frames(1, 3, 10)) expect(padding.of(frame)).toBe(frame);
  });
});
