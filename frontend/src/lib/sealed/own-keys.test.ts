import { describe, expect, it } from 'vitest';

import { OwnKeys, USED_AFTER_MS } from './own-keys';

const heard = (...pages: string[]): Map<string, string> =>
  new Map(pages.map((page) => [page.charAt(0), page]));

describe('a page’s own key', () => {
  it('is used a second after it was handed over, and never the link’s again', () => {
    const own = new OwnKeys();
    expect(own.sending(0)).toBeUndefined();
    const { key, to } = own.heardBy(heard('a1', 'b1'), 0);
    expect(to).toEqual(['a', 'b']);
    expect(own.sending(USED_AFTER_MS - 1)).toBeUndefined();
    expect(own.sending(USED_AFTER_MS)).toBe(key);
    own.heardBy(heard(), 5000);
    expect(own.sending(5000)).toBe(key);
    expect(own.sending(5000 + USED_AFTER_MS)).not.toBe(key);
    expect(own.sending(90_000)).toBeDefined();
  });

  it('is handed to who comes, and is the same for all', () => {
    const own = new OwnKeys();
    const { key } = own.heardBy(heard('a1'), 0);
    expect(own.heardBy(heard('a1', 'b1'), 100)).toEqual({ key, to: ['b'] });
    expect(own.heardBy(heard('a1', 'b1'), 200)).toEqual({ key, to: [] });
  });

  it('is another once somebody who has it hears this page no more, and is handed to all', () => {
    const own = new OwnKeys();
    const { key } = own.heardBy(heard('a1', 'b1'), 0);
    const after = own.heardBy(heard('a1'), 2000);
    expect(after.key.keyId).not.toBe(key.keyId);
    expect([after.key.epoch, after.to]).toEqual([key.epoch + 1, ['a']]);
    expect(own.sending(2000 + USED_AFTER_MS - 1)).toBe(key);
    expect(own.sending(2000 + USED_AFTER_MS)).toBe(after.key);
  });

  it('is handed over again over another connection, and stays the same', () => {
    const own = new OwnKeys();
    const { key } = own.heardBy(heard('a1', 'b1'), 0);
    expect(own.heardBy(heard('a2', 'b1'), 100)).toEqual({ key, to: ['a'] });
    own.forgetReached();
    expect(own.heardBy(heard('a2', 'b1'), 200)).toEqual({ key, to: ['a', 'b'] });
  });

  it('is handed together with the one in use to who comes while it waits, and to nobody who has that', () => {
    const own = new OwnKeys();
    const { key: used } = own.heardBy(heard('a1', 'b1'), 0);
    const waits = own.heardBy(heard('a1'), 2000);
    expect(waits.before?.to).toEqual([]);
    const comes = own.heardBy(heard('a1', 'c1'), 2100);
    expect(comes).toEqual({ key: waits.key, to: ['c'], before: { key: used, to: ['c'] } });
    const goes = own.heardBy(heard('a1', 'd1'), 2200);
    expect(goes.key).not.toBe(waits.key);
    expect([goes.to, goes.before]).toEqual([['a', 'd'], { key: used, to: ['d'] }]);
    expect(own.heardBy(heard('a1', 'd1', 'e1'), 4000).before).toBeUndefined();
  });

  it('is another at once where it is not to wait', () => {
    const own = new OwnKeys();
    own.heardBy(heard('a1', 'b1'), 0);
    const { key, to, before } = own.heardBy(heard('a1', 'b1', 'c1'), 2000, true);
    expect([to, before]).toEqual([['a', 'b', 'c'], undefined]);
    expect(own.sending(2000)).toBe(key);
  });

  it('is not put off by changes without end', () => {
    const own = new OwnKeys();
    for (let at = 0; at <= USED_AFTER_MS; at += 100) own.heardBy(heard(`${at}`.slice(0, 1)), at);
    const late = own.heardBy(heard('x'), USED_AFTER_MS);
    expect(own.sending(USED_AFTER_MS + 900)?.epoch).toBeLessThanOrEqual(late.key.epoch);
    expect(own.sending(USED_AFTER_MS + 900)).toBeDefined();
  });

  it('has a number of five bytes that ends in 1', () => {
    const { key } = new OwnKeys().heardBy(heard(), 0);
    expect([key.keyId >> 39n, key.keyId & 1n, key.base.length]).toEqual([1n, 1n, 32]);
  });
});
