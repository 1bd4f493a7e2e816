import { describe, expect, it } from 'vitest';

import { type Page, openedBox, sealedBox } from './box';
import vector from './box-vectors.json';
import { hex } from './bytes';
import { CircleKeys } from './circle-keys';
import { nextBase } from './next-key';
import { PageKey, isProof, proofOf } from './page-key';
import { fromHex } from './testing';

const RFC_8410 = '302e020100300506032b656e04220420';

const keys = await CircleKeys.from(fromHex(vector.secret));
const [introducing, boxing] = [await keys.introducing(), await keys.boxing()];
const page = ({ seat, public: key }: typeof vector.from): Page => ({
  seat,
  publicKey: fromHex(key),
});
const [mia, max] = [page(vector.from), page(vector.to)];
const pair = ({ private: own, public: key }: typeof vector.from): Promise<PageKey> =>
  PageKey.imported(fromHex(RFC_8410 + own), fromHex(key));
const [ofMia, ofMax] = [await pair(vector.from), await pair(vector.to)];
const handed = { keyId: BigInt(vector.keyId), epoch: vector.epoch, base: fromHex(vector.base) };
const box = fromHex(vector.box);

describe('an introduction', () => {
  it('is proved as another program proves it, for its own seat and key alone', async () => {
    const proof = fromHex(vector.from.proof);
    expect(hex(await proofOf(introducing, mia.seat, mia.publicKey))).toBe(vector.from.proof);
    expect(await isProof(proof, introducing, mia.seat, mia.publicKey)).toBe(true);
    expect(await isProof(proof, introducing, max.seat, mia.publicKey)).toBe(false);
    expect(await isProof(proof, introducing, mia.seat, max.publicKey)).toBe(false);
    expect(await isProof(proof.slice(0, -1), introducing, mia.seat, mia.publicKey)).toBe(false);
    expect(await isProof(new Uint8Array(), introducing, mia.seat, mia.publicKey)).toBe(false);
    expect(await isProof(proof, boxing, mia.seat, mia.publicKey)).toBe(false);
  });
});

describe('a box', () => {
  it('is as another program makes it, and is opened', async () => {
    const own = await sealedBox(boxing, ofMia, mia, max, handed, fromHex(vector.nonce));
    expect(hex(own)).toBe(vector.box);
    expect(await openedBox(boxing, ofMax, mia, max, box)).toEqual(handed);
  });

  it('has a key in it that is followed by the one that another program makes', async () => {
    expect(hex(await nextBase(handed.base))).toBe(vector.next);
  });

  it('is never the same twice', async () => {
    const made = [1, 2].map(() => sealedBox(boxing, ofMia, mia, max, handed));
    const [one, other] = await Promise.all(made);
    expect(hex(one!.slice(0, 12))).not.toBe(hex(other!.slice(0, 12)));
  });

  it('opens to nothing with one bit flipped anywhere, or cut anywhere', async () => {
    for (let bit = 0; bit < box.length * 8; bit++) {
      const changed = box.slice();
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(await openedBox(boxing, ofMax, mia, max, changed), `bit ${bit}`).toBeUndefined();
    }
    for (let length = 0; length < box.length; length += 7)
      expect(await openedBox(boxing, ofMax, mia, max, box.slice(0, length))).toBeUndefined();
  });

  it('opens to nothing for another page, of another seat, or without the key in the links', async () => {
    const third = await PageKey.generated();
    const elsewhere = { ...max, seat: 6 };
    expect(await openedBox(boxing, third, mia, max, box)).toBeUndefined();
    expect(await openedBox(boxing, ofMax, mia, elsewhere, box)).toBeUndefined();
    expect(await openedBox(boxing, ofMax, { ...mia, seat: 4 }, max, box)).toBeUndefined();
    expect(await openedBox(boxing, ofMia, max, mia, box)).toBeUndefined();
    expect(await openedBox(introducing, ofMax, mia, max, box)).toBeUndefined();
  });

  it('holds no key that looks like the link’s, and is for nobody whose key is none', async () => {
    const wrong = await sealedBox(boxing, ofMia, mia, max, { ...handed, keyId: 0x8011223344n });
    expect(await openedBox(boxing, ofMax, mia, max, wrong)).toBeUndefined();
    const nobody = { seat: 7, publicKey: new Uint8Array(32) };
    await expect(sealedBox(boxing, ofMia, mia, nobody, handed)).rejects.toThrow();
    expect(await openedBox(boxing, ofMax, nobody, max, box)).toBeUndefined();
  });
});
