import { describe, expect, it } from 'vitest';

import { hex } from './bytes';
import { CircleKeys, newKeyId } from './circle-keys';
import { frameKey, open, seal } from './sframe';
import { decodedHeader, encodedHeader } from './sframe-header';
import written from './sframe-vectors.json?raw';
import { fromHex as bytes } from './testing';

/** Their numbers do not all fit into JavaScript's own. */
const vectors = JSON.parse(written.replace(/("(?:kid|ctr)": )(\d+)/g, '$1"$2"')) as {
  header: { kid: string; ctr: string; encoded: string }[];
  sframe: [Record<'kid' | 'ctr' | 'base_key' | 'sframe_salt' | 'metadata' | 'pt' | 'ct', string>];
};

const SILENCE = bytes('f8fffe');

describe('the header (vectors of RFC 9605)', () => {
  it.each(vectors.header)('$encoded', ({ kid, ctr, encoded }) => {
    expect(hex(encodedHeader(BigInt(kid), BigInt(ctr)))).toBe(encoded);
    const whole = { keyId: BigInt(kid), counter: BigInt(ctr), length: encoded.length / 2 };
    expect(decodedHeader(bytes(`${encoded}00`))).toEqual(whole);
    if (encoded.length > 2) expect(decodedHeader(bytes(encoded.slice(0, -2)))).toBeUndefined();
  });

  it('is none without a byte, and refuses a number that does not fit', () => {
    expect(decodedHeader(new Uint8Array())).toBeUndefined();
    expect(() => encodedHeader(2n ** 64n, 0n)).toThrow(RangeError);
    expect(() => encodedHeader(0n, -1n)).toThrow(RangeError);
  });
});

describe('a frame', () => {
  it('is sealed as in the vector of RFC 9605, and opened', async () => {
    const [vector] = vectors.sframe;
    const key = await frameKey(BigInt(vector.kid), bytes(vector.base_key));
    expect(hex(key.salt)).toBe(vector.sframe_salt);
    const sealed = await seal(key, BigInt(vector.ctr), bytes(vector.pt), bytes(vector.metadata));
    expect(hex(sealed)).toBe(vector.ct);
    expect(await open(key, sealed, bytes(vector.metadata))).toEqual(bytes(vector.pt));
  });

  it('of a circle is sealed as written in the design: lock, base and bytes', async () => {
    const keys = await CircleKeys.from(bytes('000102030405060708090a0b0c0d0e0f'));
    expect(await keys.lock()).toBe('3be2e08bdfdf9c68');
    const base = await keys.base(3, 0x8011223344n);
    expect(hex(base)).toBe('7c06818159e13873c291e5af6bc1bf240f47d6560cdad4aa2ba584f8a1d37536');
    const sealed = await seal(await frameKey(0x8011223344n, base), 300n, SILENCE);
    expect(hex(sealed)).toBe('c98011223344012ca3352622de7001f4851cd7c786e700e83e97b6');
  });

  it('opens to nothing with one bit flipped anywhere, cut anywhere, in another seat or with another key', async () => {
    const keys = await CircleKeys.from(bytes('000102030405060708090a0b0c0d0e0f'));
    const own = await frameKey(0x8011223344n, await keys.base(3, 0x8011223344n));
    const sealed = await seal(own, 7n, SILENCE);
    expect(await open(own, sealed)).toEqual(SILENCE);
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = sealed.slice();
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(await open(own, changed), `bit ${bit}`).toBeUndefined();
    }
    for (let length = 0; length < sealed.length; length++) {
      expect(await open(own, sealed.slice(0, length)), `${length} bytes`).toBeUndefined();
    }
    const besides = await frameKey(0x8011223344n, await keys.base(4, 0x8011223344n));
    expect(await open(besides, sealed)).toBeUndefined();
    const later = await frameKey(0x8011223346n, await keys.base(3, 0x8011223346n));
    expect(await open(later, sealed)).toBeUndefined();
    expect(await open(own, SILENCE)).toBeUndefined();
  });
});

describe('a new number of a key', () => {
  it('takes five bytes, ends in 0 and is another each time', () => {
    const drawn = Array.from({ length: 10_000 }, newKeyId);
    expect(new Set(drawn).size).toBe(drawn.length);
    for (const keyId of drawn) {
      expect(keyId & 1n).toBe(0n);
      expect(decodedHeader(encodedHeader(keyId, 0n))?.length).toBe(6);
    }
  });
});
