import { describe, expect, it } from 'vitest';

import { newSecret, readKey, writtenKey } from './link-key';

describe('the key in a link', () => {
  it('is 28 characters that are read back', async () => {
    for (let round = 0; round < 50; round++) {
      const secret = newSecret();
      const written = await writtenKey(secret);
      expect(written).toMatch(/^[a-z2-7]{28}$/);
      expect(await readKey(written)).toEqual(secret);
    }
  });

  it('is the same as the command line makes it', async () => {
    const secret = Uint8Array.from({ length: 16 }, (_, at) => at);
    expect(await writtenKey(secret)).toBe('aaaqeayeaudaocajbifqydiob67e');
  });

  it('is none when it was cut, or when a character is not of its alphabet', async () => {
    const written = await writtenKey(new Uint8Array(16));
    expect(await readKey(written.slice(0, -1))).toBeUndefined();
    expect(await readKey(written.slice(1))).toBeUndefined();
    expect(await readKey(`${written}a`)).toBeUndefined();
    expect(await readKey(`${written.slice(0, -1)}1`)).toBeUndefined();
    expect(await readKey('')).toBeUndefined();
  });

  it('is hardly ever one when a character is another: one in 4,096', async () => {
    const written = await writtenKey(newSecret());
    let taken = 0;
    for (let at = 0; at < written.length; at++) {
      for (const letter of 'abcdefghijklmnopqrstuvwxyz234567') {
        if (letter === written[at]) continue;
        if (await readKey(written.slice(0, at) + letter + written.slice(at + 1))) taken++;
      }
    }
    expect(taken).toBeLessThan(5);
  });
});
