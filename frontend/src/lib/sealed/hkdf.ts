/** HKDF with SHA-256 (RFC 5869) in its two steps: WebCrypto has both in one only. */

import { type Bytes, concatenated } from './bytes';

const HASH_BYTES = 32;
const HMAC = { name: 'HMAC', hash: 'SHA-256' };

export async function extract(salt: Bytes, secret: Bytes): Promise<Bytes> {
  return hmac(salt.length > 0 ? salt : new Uint8Array(HASH_BYTES), secret);
}

/** At most 32 bytes of it: nobody here asks for more than one block. */
export async function expand(pseudorandomKey: Bytes, info: Bytes, length: number): Promise<Bytes> {
  if (length > HASH_BYTES) throw new RangeError(`${length} bytes are more than one block`);
  const block = await hmac(pseudorandomKey, concatenated(info, new Uint8Array([1])));
  return block.slice(0, length);
}

export async function hmac(key: Bytes, message: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign(HMAC, await imported(key, 'sign'), message));
}

export async function isHmac(code: Bytes, key: Bytes, message: Bytes): Promise<boolean> {
  return crypto.subtle.verify(HMAC, await imported(key, 'verify'), code, message);
}

function imported(key: Bytes, use: 'sign' | 'verify'): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', key, HMAC, false, [use]);
}
