import { describe, expect, it } from 'vitest';

import { nextKey } from './next-key';
import { OwnKeys, USED_AFTER_MS } from './own-keys';

const heard = (...pages: string[]): Map<string, string> =>
  new Map(pages.map((page) => [page.charAt(0), page]));

describe('a page’s own key', () => {
  it('is used a second after it was handed over, and never the link’s again', async () => {
    const own = new OwnKeys();
    expect(own.sending(0)).toBeUndefined();
    const { key, to } = await own.heardBy(heard('a1', 'b1'), 0);
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
    const { key } = await own.heardBy(heard('a1'), 0);
    expect(await own.heardBy(heard('a1', 'b1'), 100)).toEqual({ key, to: ['b'] });
    expect(await own.heardBy(heard('a1', 'b1'), 200)).toEqual({ key, to: [] });
  });

  it('is another once somebody who has it hears this page no more, and is handed to all', async () => {
    const own = new OwnKeys();
    const { key } = await own.heardBy(heard('a1', 'b1'), 0);
    const after = await own.heardBy(heard('a1'), 2000);
    expect(after.key.keyId).not.toBe(key.keyId);
    expect([after.key.epoch, after.to]).toEqual([key.epoch + 1, ['a']]);
    expect(own.sending(2000 + USED_AFTER_MS - 1)).toBe(key);
    expect(own.sending(2000 + USED_AFTER_MS)).toBe(after.key);
  });

  it('is followed by its next as soon as somebody comes, who is handed that one, and nobody else', async () => {
    const own = new OwnKeys();
    const { key } = await own.heardBy(heard('a1'), 0);
    const comes = await own.heardBy(heard('a1', 'b1'), USED_AFTER_MS);
    expect(comes).toEqual({ key: await nextKey(key), to: ['b'] });
    expect(own.sending(USED_AFTER_MS)).toBe(comes.key);
    expect(comes.key.keyId).toBe(key.keyId + 2n);
    expect(comes.key.base).not.toEqual(key.base);
  });

  it('is handed over again over another connection, and stays the same', async () => {
    const own = new OwnKeys();
    const { key } = await own.heardBy(heard('a1', 'b1'), 0);
    expect(await own.heardBy(heard('a2', 'b1'), 100)).toEqual({ key, to: ['a'] });
    own.forgetReached();
    expect(await own.heardBy(heard('a2', 'b1'), 200)).toEqual({ key, to: ['a', 'b'] });
  });

  it('is handed together with the next of the one in use to who comes while it waits, and to nobody who has that', async () => {
    const own = new OwnKeys();
    const { key: used } = await own.heardBy(heard('a1', 'b1'), 0);
    const waits = await own.heardBy(heard('a1'), 2000);
    expect(waits.before?.to).toEqual([]);
    const comes = await own.heardBy(heard('a1', 'c1'), 2100);
    const next = await nextKey(used);
    expect(comes).toEqual({ key: waits.key, to: ['c'], before: { key: next, to: ['c'] } });
    expect(own.sending(2100)).toEqual(next);
    const goes = await own.heardBy(heard('a1', 'd1'), 2200);
    expect(goes.key).not.toBe(waits.key);
    expect([goes.to, goes.before]).toEqual([['a', 'd'], { key: await nextKey(next), to: ['d'] }]);
    expect((await own.heardBy(heard('a1', 'd1', 'e1'), 4000)).before).toBeUndefined();
  });

  it('is another at once where it is not to wait', async () => {
    const own = new OwnKeys();
    await own.heardBy(heard('a1', 'b1'), 0);
    const { key, to, before } = await own.heardBy(heard('a1', 'b1', 'c1'), 2000, true);
    expect([to, before]).toEqual([['a', 'b', 'c'], undefined]);
    expect(own.sending(2000)).toBe(key);
  });

  it('is not put off by changes without end', async () => {
    const own = new OwnKeys();
    for (let at = 0; at <= USED_AFTER_MS; at += 100)
      await own.heardBy(heard(`${at}`.slice(0, 1)), at);
    const late = await own.heardBy(heard('x'), USED_AFTER_MS);
    expect(own.sending(USED_AFTER_MS + 900)?.epoch).toBeLessThanOrEqual(late.key.epoch);
    expect(own.sending(USED_AFTER_MS + 900)).toBeDefined();
  });

  it('has a number of five bytes that ends in 1, and counts from 0', async () => {
    const { key } = await new OwnKeys().heardBy(heard(), 0);
    expect([key.keyId >> 39n, key.keyId & 0x1ffn, key.base.length]).toEqual([1n, 1n, 32]);
  });
});
