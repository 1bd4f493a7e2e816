import { beforeAll, describe, expect, it } from 'vitest';

import type { Bytes } from './bytes';
import { CircleKeys, newOwnKeyId } from './circle-keys';
import { Opening } from './opening';
import { SILENCE, Sealing } from './sealing';

const SEAT = 3;
const WORD = new Uint8Array([0x78, 1, 2, 3, 4, 5]);
let keys: CircleKeys;

beforeAll(async () => {
  keys = await CircleKeys.from(new Uint8Array(16).fill(7));
});

/** By the link's key alone. */
function openingBy(link: CircleKeys): Opening {
  return new Opening({ base: (seat, keyId) => link.base(seat, keyId), opens: () => true }, SEAT);
}

async function sealed(count: number, by = new Sealing(keys, SEAT)): Promise<Bytes[]> {
  return Promise.all(
    Array.from({ length: count }, (_, at) => by.frame(new Uint8Array([...WORD, at]))),
  );
}

describe('a sealed voice', () => {
  it('is opened by whoever has the link, through lives of the page and out of order', async () => {
    const opening = openingBy(keys);
    for (let life = 0; life < 3; life++) {
      for (const frame of (await sealed(5)).reverse())
        expect((await opening.frame(frame)).subarray(0, 6)).toEqual(WORD);
    }
  });

  it('never has a counter twice, also while frames overtake one another', async () => {
    const frames = await sealed(300);
    expect(new Set(frames.map(String)).size).toBe(300);
    const opening = openingBy(keys);
    for (const frame of frames) expect(await opening.frame(frame)).not.toEqual(SILENCE);
  });

  it('is opened through more keys than are remembered: those that are closed for good make room', async () => {
    let own = { keyId: 0n, base: new Uint8Array(32), epoch: 0 };
    const opens = (_: number, keyId: bigint): boolean => keyId === own.keyId;
    const opening = new Opening({ base: () => Promise.resolve(own.base), opens }, SEAT);
    const speaker = new Sealing(keys, SEAT, undefined, () => own);
    for (let epoch = 1; epoch <= 300; epoch++) {
      own = { keyId: newOwnKeyId(), base: crypto.getRandomValues(new Uint8Array(32)), epoch };
      expect(await opening.frame(await speaker.frame(WORD)), `key ${epoch}`).toEqual(WORD);
    }
  });

  it('of silence stays as it is', async () => {
    const own = new Sealing(keys, SEAT);
    expect(await own.frame(SILENCE)).toEqual(SILENCE);
    expect(await own.frame(new Uint8Array())).toEqual(new Uint8Array());
    expect(await openingBy(keys).frame(SILENCE)).toEqual(SILENCE);
  });
});

describe('silence is heard in place of', () => {
  it.each([
    ['a word that is not sealed', () => Promise.resolve(WORD)],
    ['noise', () => Promise.resolve(crypto.getRandomValues(new Uint8Array(80)))],
    ['a frame of another seat', async () => (await sealed(1, new Sealing(keys, 4)))[0]!],
    [
      'a frame of another circle',
      async () =>
        (await sealed(1, new Sealing(await CircleKeys.from(new Uint8Array(16)), SEAT)))[0]!,
    ],
    ['a frame that was cut', async () => (await sealed(1))[0]!.slice(0, -1)],
  ])('%s', async (_, frame) => {
    const opening = openingBy(keys);
    expect(await opening.frame(await frame())).toEqual(SILENCE);
  });

  it('a frame that comes twice at one time, also as the first of its life', async () => {
    const opening = openingBy(keys);
    const [frame] = await sealed(1);
    const heard = await Promise.all([opening.frame(frame!), opening.frame(frame!)]);
    expect(heard.filter((one) => String(one) !== String(SILENCE)).length).toBe(1);
  });

  it('a frame that was heard before, also after another life of the page', async () => {
    const opening = openingBy(keys);
    const [first, second] = await sealed(2);
    await opening.frame(first!);
    for (const frame of await sealed(300)) await opening.frame(frame);
    expect(await opening.frame(first!)).toEqual(SILENCE);
    expect((await opening.frame(second!)).subarray(0, 6)).toEqual(WORD);
  });
});
