/**
 * One frame of sound, sealed and opened: SFrame (RFC 9605) with AES_128_GCM_SHA256_128, cipher suite 4.
 *
 * Who seals never uses a counter twice with one key; who opens asks `ReplayWindow` whether they have had it before.
 */

import { type Bytes, bigEndian, concatenated } from './bytes';
import { expand, extract } from './hkdf';
import { decodedHeader, encodedHeader } from './sframe-header';

const SUITE = 4n;
const KEY_BYTES = 16;
const NONCE_BYTES = 12;
export const TAG_BYTES = 16;
const NOTHING = new Uint8Array();

export interface FrameKey {
  readonly keyId: bigint;
  readonly key: CryptoKey;
  readonly salt: Bytes;
}

/** RFC 9605, section 4.4.2. */
export async function frameKey(keyId: bigint, base: Bytes): Promise<FrameKey> {
  const secret = await extract(NOTHING, base);
  const whose = concatenated(bigEndian(keyId, 8), bigEndian(SUITE, 2));
  const raw = await expand(secret, labelled('SFrame 1.0 Secret key ', whose), KEY_BYTES);
  const salt = await expand(secret, labelled('SFrame 1.0 Secret salt ', whose), NONCE_BYTES);
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  return { keyId, key, salt };
}

export async function seal(
  by: FrameKey,
  counter: bigint,
  frame: Bytes,
  metadata = NOTHING,
): Promise<Bytes> {
  const header = encodedHeader(by.keyId, counter);
  const sealed = await crypto.subtle.encrypt(
    algorithm(by, counter, header, metadata),
    by.key,
    frame,
  );
  return concatenated(header, new Uint8Array(sealed));
}

/** The frame as it was; nothing, if it is not exactly what somebody sealed with this key. */
export async function open(
  by: FrameKey,
  sealed: Bytes,
  metadata = NOTHING,
): Promise<Bytes | undefined> {
  const header = decodedHeader(sealed);
  if (!header || header.keyId !== by.keyId || sealed.length < header.length + TAG_BYTES)
    return undefined;
  const how = algorithm(by, header.counter, sealed.subarray(0, header.length), metadata);
  try {
    const clear = await crypto.subtle.decrypt(how, by.key, sealed.subarray(header.length));
    return new Uint8Array(clear);
  } catch {
    return undefined; // not authentic
  }
}

function algorithm(by: FrameKey, counter: bigint, header: Bytes, metadata: Bytes): AesGcmParams {
  return {
    name: 'AES-GCM',
    iv: nonce(by.salt, counter),
    additionalData: metadata.length === 0 ? header : concatenated(header, metadata),
    tagLength: TAG_BYTES * 8,
  };
}

/** RFC 9605, section 4.4.3: a counter has 64 bits, so it meets only the last eight bytes. */
function nonce(salt: Bytes, counter: bigint): Bytes {
  const iv = salt.slice();
  const last = new DataView(iv.buffer, NONCE_BYTES - 8);
  last.setBigUint64(0, last.getBigUint64(0) ^ counter);
  return iv;
}

function labelled(label: string, rest: Bytes): Bytes {
  return concatenated(new TextEncoder().encode(label), rest);
}
