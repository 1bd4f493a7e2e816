/** What follows from the secret of a circle's links: its lock, and a base key for each seat and each life of a page. */

import { type Bytes, bigEndian, concatenated, fromBigEndian, hex, seatByte } from './bytes';
import { expand, extract } from './hkdf';

const SALT = 'balint lock 1';
const LOCK_BYTES = 8;
export const BASE_BYTES = 32;
const DIGITS_BYTES = 8;
const DIGITS = 8;
const KEY_ID_DRAWN_BYTES = 5;
const HIGHEST_BIT = 1n << 39n;
const COUNT = 0xffn << 1n;

export class CircleKeys {
  private constructor(private readonly pseudorandomKey: Bytes) {}

  static async from(secret: Bytes): Promise<CircleKeys> {
    return new CircleKeys(await extract(ascii(SALT), secret));
  }

  /** Which key belongs to this circle: the server may know it, and nothing else follows from it. Hexadecimal. */
  async lock(): Promise<string> {
    return hex(await this.#follows('id', LOCK_BYTES));
  }

  /** Eight digits that people compare aloud: the same for everybody who has this circle's key, and no way back to it. */
  async digits(): Promise<string> {
    const drawn = fromBigEndian(await this.#follows('compare', DIGITS_BYTES));
    return (drawn % 10n ** BigInt(DIGITS)).toString().padStart(DIGITS, '0');
  }

  /** What shows that a page which introduces itself has this circle's key; 32 bytes. */
  introducing(): Promise<Bytes> {
    return this.#follows('introduce', BASE_BYTES);
  }

  /** What is needed beside two pages' own keys to open what one hands to the other; 32 bytes. */
  boxing(): Promise<Bytes> {
    return this.#follows('box', BASE_BYTES);
  }

  /** The seat is in it, so nobody can move a voice to another chair. */
  async base(seat: number, keyId: bigint): Promise<Bytes> {
    return this.#follows('voice', BASE_BYTES, seatByte(seat), bigEndian(keyId, 8));
  }

  #follows(label: string, length: number, ...whose: Bytes[]): Promise<Bytes> {
    return expand(this.pseudorandomKey, concatenated(ascii(`${label}\0`), ...whose), length);
  }
}

/**
 * The key's number for one life of a page: always five bytes, the lowest bit 0. Drawn anew at each start and kept nowhere:
 * a duplicated tab would seal with the same key and the same counter.
 */
export function newKeyId(): bigint {
  const drawn = fromBigEndian(crypto.getRandomValues(new Uint8Array(KEY_ID_DRAWN_BYTES)));
  return (drawn | HIGHEST_BIT) & ~1n;
}

/** The number of a key of a page's own, drawn at random: as above, with eight bits that count what follows from it, and the lowest bit 1. */
export function newOwnKeyId(): bigint {
  return drawnOf(newKeyId()) | 1n;
}

/** The number without the count: the same for a key that was drawn and all that follow from it. */
export function drawnOf(keyId: bigint): bigint {
  return keyId & ~COUNT;
}

export function isOwn(keyId: bigint): boolean {
  return (keyId & HIGHEST_BIT) !== 0n && (keyId & 1n) === 1n;
}

function ascii(text: string): Bytes {
  return new TextEncoder().encode(text);
}
