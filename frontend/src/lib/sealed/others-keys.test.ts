import { describe, expect, it } from 'vitest';

import { nextKey } from './next-key';
import { OPENED_FOR_MS, OthersKeys } from './others-keys';

const LINK = 0x8011223344n;
const key = (epoch: number) => ({
  keyId: 0x8000000001n + BigInt(epoch) * 0x200n,
  base: new Uint8Array(32).fill(epoch),
  epoch,
});

function sitting(page = 'a'): OthersKeys {
  const others = new OthersKeys();
  others.sits(page);
  return others;
}

describe('a seat', () => {
  it('is opened by the link’s key until its page has handed over one, and for ten seconds more', () => {
    const others = sitting();
    expect(others.opens(LINK, 90_000)).toBe(true);
    others.take('a', key(1), 90_000);
    expect(others.opens(key(1).keyId, 90_000)).toBe(true);
    expect(others.opens(LINK, 90_000 + OPENED_FOR_MS - 1)).toBe(true);
    expect(others.opens(LINK, 90_000 + OPENED_FOR_MS)).toBe(false);
    others.take('a', key(2), 120_000);
    expect(others.opens(LINK, 120_000)).toBe(false);
  });

  it('is opened by an earlier key for ten seconds, and then never again', () => {
    const others = sitting();
    others.take('a', key(1), 0);
    others.take('a', key(2), 1000);
    expect(others.opens(key(1).keyId, 1000 + OPENED_FOR_MS - 1)).toBe(true);
    expect(others.opens(key(1).keyId, 1000 + OPENED_FOR_MS)).toBe(false);
    others.take('a', key(1), 20_000);
    expect(others.opens(key(1).keyId, 20_000)).toBe(false);
    expect(others.opens(key(2).keyId, 20_000)).toBe(true);
    others.take('a', key(3), 20_000);
    expect(others.base(key(1).keyId), 'is forgotten').toBeUndefined();
  });

  it('is opened by all that follow from a key, as often as they are asked for, and by nothing from before it', async () => {
    const [first, others] = [{ ...key(1), keyId: key(1).keyId + 6n }, sitting()];
    others.take('a', first, 0);
    const second = await nextKey(first);
    const third = await nextKey(second);
    for (const { keyId, base } of [third, second, third, first]) {
      expect(others.opens(keyId, 0)).toBe(true);
      expect(await others.base(keyId)).toEqual(base);
    }
    expect(others.opens(first.keyId - 2n, 0)).toBe(false);
    expect(others.base(first.keyId - 2n)).toBeUndefined();
    others.take('a', key(2), 0);
    expect(others.opens(third.keyId, OPENED_FOR_MS)).toBe(false);
  });

  it('is opened by no key that nobody has handed over', () => {
    expect(sitting().opens(key(1).keyId, 0)).toBe(false);
    expect(sitting().base(key(1).keyId)).toBeUndefined();
  });

  it('begins with the link’s again for another page, and not for one that was here before', () => {
    const others = sitting('a');
    others.take('a', key(5), 0);
    others.sits('b');
    expect(others.opens(LINK, 50_000)).toBe(true);
    others.take('b', key(1), 50_000);
    others.sits('a');
    expect(others.opens(LINK, 70_000)).toBe(false);
    others.take('a', key(5), 70_000);
    expect(others.opens(key(5).keyId, 70_000)).toBe(false);
  });

  it('takes nothing of a page that does not sit there', () => {
    const others = sitting('a');
    others.take('b', key(1), 0);
    expect(others.opens(key(1).keyId, 0)).toBe(false);
  });
});
