import type { Bytes } from './bytes';

/** Longer than anything Opus sends while nobody speaks: when that is, the server sees all the same. */
const PAUSE_BYTES_MAX = 10;

const SEVERAL_FRAMES = 0x03;
const ONE_FRAME = 0x01;
const PADDED = 0x40;

/**
 * Frames of speech are filled up to the longest there has been, before they are sealed: how long they are gives away what
 * is said (RFC 6562, section 3), and not every browser keeps to the constant bit rate it is asked for.
 */
export class Padding {
  #longest = 0;

  of(frame: Bytes): Bytes {
    if (frame.length <= PAUSE_BYTES_MAX) return frame;
    const filled = padded(frame, this.#longest);
    this.#longest = Math.max(this.#longest, filled.length);
    return filled;
  }
}

/**
 * The same sound in a packet of this length, by Opus's own padding, which every decoder passes over (RFC 6716, section
 * 3.2.5). A packet of several frames, which no browser sends unless an offer asks for it (`narrowed` takes that out), and one that
 * is long enough stay as they are.
 */
export function padded(frame: Bytes, length: number): Bytes {
  const [head] = frame;
  const more = length - frame.length;
  if (head === undefined || more <= 0 || (head & SEVERAL_FRAMES) !== 0) return frame;
  const whole = new Uint8Array(length);
  whole[0] = head | SEVERAL_FRAMES;
  whole[1] = more === 1 ? ONE_FRAME : ONE_FRAME | PADDED;
  let at = 2;
  for (let rest = more - 1; rest > 0; rest -= 255) whole[at++] = rest > 255 ? 255 : rest - 1;
  whole.set(frame.subarray(1), at);
  return whole;
}
