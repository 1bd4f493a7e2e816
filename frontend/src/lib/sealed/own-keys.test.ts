import { describe, expect, it } from 'vitest';

import { nextKey } from './next-key';
import { type Handing, OwnKeys, USED_AFTER_MS } from './own-keys';

const heard = (...pages: string[]): Map<string, string> =>
  new Map(pages.map((page) => [page.charAt(0), page]));

describe('a page’s own key', () => {
  it('is used a second after it was handed over, and never the link’s again', async () => {
    const own = new OwnKeys();
    expect(own.sending(0)).toBeUndefined();
    const [{ key, to }] = (await own.heardBy(heard('a1', 'b1'), 0)) as [Handing];
    expect(to).toEqual(['a', 'b']);
    expect(own.sending(USED_AFTER_MS - 1)).toBeUndefined();
    expect(own.sending(USED_AFTER_MS)).toBe(key);
    await own.heardBy(heard(), 5000);
    expect(own.sending(5000)).toBe(key);
    expect(own.sending(5000 + USED_AFTER_MS)).not.toBe(key);
    expect(own.sending(90_000)).toBeDefined();
  });

  it('is handed to who comes, and is the same for all', async () => {
    const own = new OwnKeys();
    const [{ key }] = (await own.heardBy(heard('a1'), 0)) as [Handing];
    expect(await own.heardBy(heard('a1', 'b1'), 100)).toEqual([{ key, to: ['b'] }]);
    expect(await own.heardBy(heard('a1', 'b1'), 200)).toEqual([{ key, to: [] }]);
  });

  it('is another once somebody who has it hears this page no more, and is handed to all', async () => {
    const own = new OwnKeys();
    const [{ key }] = (await own.heardBy(heard('a1', 'b1'), 0)) as [Handing];
    const [, after] = (await own.heardBy(heard('a1'), 2000)) as [Handing, Handing];
    expect(after.key.keyId).not.toBe(key.keyId);
    expect([after.key.epoch, after.to]).toEqual([key.epoch + 1, ['a']]);
    expect(own.sending(2000 + USED_AFTER_MS - 1)).toBe(key);
    expect(own.sending(2000 + USED_AFTER_MS)).toBe(after.key);
  });

  it('is followed by its next as soon as somebody comes, who is handed that one, and nobody else', async () => {
    const own = new OwnKeys();
    const [{ key }] = (await own.heardBy(heard('a1'), 0)) as [Handing];
    const [comes] = (await own.heardBy(heard('a1', 'b1'), USED_AFTER_MS)) as [Handing];
    expect(comes).toEqual({ key: await nextKey(key), to: ['b'] });
    expect(own.sending(USED_AFTER_MS)).toBe(comes.key);
    expect(comes.key.keyId).toBe(key.keyId + 2n);
    expect(comes.key.base).not.toEqual(key.base);
  });

  it('is handed over again over another connection, and stays the same', async () => {
    const own = new OwnKeys();
    const [{ key }] = (await own.heardBy(heard('a1', 'b1'), 0)) as [Handing];
    expect(await own.heardBy(heard('a2', 'b1'), 100)).toEqual([{ key, to: ['a'] }]);
    own.forgetReached();
    expect(await own.heardBy(heard('a2', 'b1'), 200)).toEqual([{ key, to: ['a', 'b'] }]);
  });

  it('is handed together with the next of the one in use to who comes while it waits, and to nobody who has that', async () => {
    const own = new OwnKeys();
    const [{ key: used }] = (await own.heardBy(heard('a1', 'b1'), 0)) as [Handing];
    const [before, waits] = (await own.heardBy(heard('a1'), 2000)) as [Handing, Handing];
    expect(before).toEqual({ key: used, to: [] });
    const comes = await own.heardBy(heard('a1', 'c1'), 2100);
    const next = await nextKey(used);
    expect(comes).toEqual([
      { key: next, to: ['c'] },
      { key: waits.key, to: ['c'] },
    ]);
    expect(own.sending(2100)).toEqual(next);
    const [inUse, goes] = (await own.heardBy(heard('a1', 'd1'), 2200)) as [Handing, Handing];
    expect(goes.key).not.toBe(waits.key);
    expect([inUse, goes.to]).toEqual([{ key: await nextKey(next), to: ['d'] }, ['a', 'd']]);
    expect(await own.heardBy(heard('a1', 'd1', 'e1'), 4000)).toHaveLength(1);
  });

  it('is another at once where the page has changed rooms, whoever is there, and they are handed the next', async () => {
    const own = new OwnKeys();
    const [{ key }] = (await own.heardBy(heard('a1', 'b1'), 0)) as [Handing];
    own.moves(2000);
    const moved = own.sending(2000)!;
    expect(moved.epoch).toBe(key.epoch + 1);
    const here = await own.heardBy(heard('a1', 'b1', 'c1'), 2000);
    expect(here).toEqual([{ key: await nextKey(moved), to: ['a', 'b', 'c'] }]);
    expect(own.sending(2000)).toBe(here[0]!.key);
  });

  it('is not put off by changes without end', async () => {
    const own = new OwnKeys();
    for (let at = 0; at <= USED_AFTER_MS; at += 100)
      await own.heardBy(heard(`${at}`.slice(0, 1)), at);
    const late = await own.heardBy(heard('x'), USED_AFTER_MS);
    const epochs = late.map(({ key }) => key.epoch);
    expect(own.sending(USED_AFTER_MS + 900)?.epoch).toBeLessThanOrEqual(Math.max(...epochs));
    expect(own.sending(USED_AFTER_MS + 900)).toBeDefined();
  });

  it('has a number of five bytes that ends in 1, and counts from 0', async () => {
    const [{ key }] = (await new OwnKeys().heardBy(heard(), 0)) as [Handing];
    expect([key.keyId >> 39n, key.keyId & 0x1ffn, key.base.length]).toEqual([1n, 1n, 32]);
  });
});
