/**
 * A page's own pair of keys (X25519, RFC 7748), which is gone with the page, and how it shows to whom it belongs: by a proof
 * that only who has the circle's key can make, for one seat (docs/decisions/0030).
 */

import { type Bytes, concatenated, seatByte } from './bytes';
import { hmac, isHmac } from './hkdf';

export const PUBLIC_KEY_BYTES = 32;

export class PageKey {
  private constructor(
    readonly publicKey: Bytes,
    private readonly privateKey: CryptoKey,
  ) {}

  /** Rejects where the browser knows no X25519. */
  static async generated(): Promise<PageKey> {
    const pair = await crypto.subtle.generateKey('X25519', false, ['deriveBits']);
    const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
    return new PageKey(publicKey, pair.privateKey);
  }

  /** For tests: a pair that is known, in the form of RFC 8410. */
  static async imported(pkcs8: Bytes, publicKey: Bytes): Promise<PageKey> {
    const key = await crypto.subtle.importKey('pkcs8', pkcs8, 'X25519', false, ['deriveBits']);
    return new PageKey(publicKey, key);
  }

  /** What this page and another have in common. Rejects where the other key is none. */
  async sharedWith(publicKey: Bytes): Promise<Bytes> {
    const other = await crypto.subtle.importKey('raw', publicKey, 'X25519', false, []);
    const algorithm = { name: 'X25519', public: other };
    return new Uint8Array(await crypto.subtle.deriveBits(algorithm, this.privateKey, 256));
  }
}

export function proofOf(introducing: Bytes, seat: number, publicKey: Bytes): Promise<Bytes> {
  return hmac(introducing, seated(seat, publicKey));
}

export function isProof(
  proof: Bytes,
  introducing: Bytes,
  seat: number,
  publicKey: Bytes,
): Promise<boolean> {
  return isHmac(proof, introducing, seated(seat, publicKey));
}

function seated(seat: number, publicKey: Bytes): Bytes {
  return concatenated(seatByte(seat), publicKey);
}
