/** The header of an SFrame: which key, and which number of frame (RFC 9605, section 4.3). */

import { type Bytes, bigEndian, fromBigEndian } from './bytes';

export interface Header {
  keyId: bigint;
  counter: bigint;
  /** How many bytes of the frame it takes. */
  length: number;
}

const NUMBER_MAX = 2n ** 64n - 1n;

export function encodedHeader(keyId: bigint, counter: bigint): Bytes {
  const key = field(keyId);
  const count = field(counter);
  return new Uint8Array([(key.bits << 4) | count.bits, ...key.more, ...count.more]);
}

/** Nothing, if the frame is too short to hold it. */
export function decodedHeader(frame: Uint8Array): Header | undefined {
  const [first] = frame;
  if (first === undefined) return undefined;
  const key = read(frame, first >> 4, 1);
  const count = read(frame, first & 0xf, key.end);
  if (count.end > frame.length) return undefined;
  return { keyId: key.value, counter: count.value, length: count.end };
}

/** Four bits of the first byte: the number itself below eight, else how many bytes hold it. */
function field(value: bigint): { bits: number; more: Uint8Array } {
  if (value < 0n || value > NUMBER_MAX) throw new RangeError(`${value} does not fit into 64 bits`);
  if (value < 8n) return { bits: Number(value), more: new Uint8Array() };
  const length = Math.ceil(value.toString(16).length / 2);
  return { bits: 8 | (length - 1), more: bigEndian(value, length) };
}

function read(frame: Uint8Array, bits: number, from: number): { value: bigint; end: number } {
  if ((bits & 8) === 0) return { value: BigInt(bits), end: from };
  const end = from + (bits & 7) + 1;
  return { value: fromBigEndian(frame.subarray(from, end)), end };
}
