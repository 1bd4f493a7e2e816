/**
 * The key that stands in every link of a sealed circle: 16 random bytes, then the first 12 bits of their SHA-256, so that
 * a link that was cut or mistyped is noticed. 28 characters of `a-z2-7` (RFC 4648, section 6). It never leaves a browser.
 */

import { type Bytes, bigEndian, concatenated, fromBigEndian } from './bytes';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const SECRET_BYTES = 16;
export const KEY_LETTERS = 28;
const LINK_KEY = new RegExp(`^[${ALPHABET}]{${KEY_LETTERS}}$`);

export function newSecret(): Bytes {
  return crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
}

export async function writtenKey(secret: Bytes): Promise<string> {
  const check = new Uint8Array(await crypto.subtle.digest('SHA-256', secret));
  let rest = fromBigEndian(concatenated(secret, check.slice(0, 2))) >> 4n;
  let written = '';
  for (; written.length < KEY_LETTERS; rest >>= 5n)
    written = ALPHABET.charAt(Number(rest & 31n)) + written;
  return written;
}

/** The secret; nothing, if a character is missing or wrong. */
export async function readKey(written: string): Promise<Bytes | undefined> {
  if (!LINK_KEY.test(written)) return undefined;
  let bits = 0n;
  for (const letter of written) bits = (bits << 5n) | BigInt(ALPHABET.indexOf(letter));
  const secret = bigEndian(bits >> 12n, SECRET_BYTES);
  return (await writtenKey(secret)) === written ? secret : undefined;
}
