/** What one page hands to another so that only it can open it: the key it seals its voice with (docs/decisions/0030). */

import { type Bytes, bigEndian, concatenated, fromBigEndian, seatByte } from './bytes';
import { BASE_BYTES, isOwn } from './circle-keys';
import { expand, extract } from './hkdf';
import type { PageKey } from './page-key';

/** A key of a page's own: as `base` of RFC 9605. `epoch` counts those of one page, from 1. */
export interface OwnKey {
  keyId: bigint;
  base: Bytes;
  epoch: number;
}

/** A page by its seat and its public key. */
export interface Page {
  seat: number;
  publicKey: Bytes;
}

const NONCE_BYTES = 12;
const KEY_ID_BYTES = 8;
const EPOCH_BYTES = 4;

export async function sealedBox(
  boxing: Bytes,
  own: PageKey,
  from: Page,
  to: Page,
  handed: OwnKey,
  nonce: Bytes = crypto.getRandomValues(new Uint8Array(NONCE_BYTES)),
): Promise<Bytes> {
  const lock = await lockOf(boxing, await own.sharedWith(to.publicKey), from, to, 'encrypt');
  const { keyId, epoch, base } = handed;
  const inside = concatenated(
    bigEndian(keyId, KEY_ID_BYTES),
    bigEndian(BigInt(epoch), EPOCH_BYTES),
    base,
  );
  const sealed = await crypto.subtle.encrypt(algorithm(nonce, from, to), lock, inside);
  return concatenated(nonce, new Uint8Array(sealed));
}

/** Nothing, if it is not a box of this page for that one. */
export async function openedBox(
  boxing: Bytes,
  own: PageKey,
  from: Page,
  to: Page,
  box: Bytes,
): Promise<OwnKey | undefined> {
  try {
    const lock = await lockOf(boxing, await own.sharedWith(from.publicKey), from, to, 'decrypt');
    const how = algorithm(box.slice(0, NONCE_BYTES), from, to);
    return read(new Uint8Array(await crypto.subtle.decrypt(how, lock, box.slice(NONCE_BYTES))));
  } catch {
    return undefined; // not authentic, or not even a key
  }
}

function read(inside: Bytes): OwnKey | undefined {
  if (inside.length !== KEY_ID_BYTES + EPOCH_BYTES + BASE_BYTES) return undefined;
  const keyId = fromBigEndian(inside.subarray(0, KEY_ID_BYTES));
  const epoch = Number(fromBigEndian(inside.subarray(KEY_ID_BYTES, KEY_ID_BYTES + EPOCH_BYTES)));
  return isOwn(keyId)
    ? { keyId, epoch, base: inside.slice(KEY_ID_BYTES + EPOCH_BYTES) }
    : undefined;
}

async function lockOf(
  boxing: Bytes,
  shared: Bytes,
  from: Page,
  to: Page,
  use: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  const label = new TextEncoder().encode('box\0');
  const secret = await extract(boxing, shared);
  const key = await expand(secret, concatenated(label, between(from, to)), 16);
  return crypto.subtle.importKey('raw', key, 'AES-GCM', false, [use]);
}

function algorithm(iv: Bytes, from: Page, to: Page): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: between(from, to), tagLength: 128 };
}

function between(from: Page, to: Page): Bytes {
  return concatenated(seatByte(from.seat), from.publicKey, seatByte(to.seat), to.publicKey);
}
