import { beforeAll, expect, it } from 'vitest';

import { agreed } from './agreement';
import { CircleKeys } from './circle-keys';
import { newSecret, writtenKey } from './link-key';

const secret = newSecret();
let key: string;
let lock: string;

beforeAll(async () => {
  key = await writtenKey(secret);
  lock = await (await CircleKeys.from(secret)).lock();
});

it('is sealed where the key fits the lock, also before the door can be read', async () => {
  const sealed = { is: 'sealed', secret, digits: expect.stringMatching(/^\d{8}$/) };
  expect(await agreed(key, lock, true)).toEqual(sealed);
  expect(await agreed(key, undefined, true)).toEqual(sealed);
});

it.each<[string, () => string, () => string | null, boolean]>([
  ['cut', () => '', () => lock, true],
  ['cut', () => key.slice(0, -1), () => null, true],
  ['mistyped', () => `${key}a`, () => lock, true],
  ['mistyped', () => (key.startsWith('a') ? 'b' : 'a') + key.slice(1), () => lock, true],
  ['foreign', () => key, () => '0123456789abcdef', true],
  ['unlocked', () => key, () => null, true],
  ['unable', () => key, () => lock, false],
])('nobody comes in: %s', async (is, link, door, able) => {
  expect(await agreed(link(), door(), able)).toEqual({ is });
});

it('gives the same digits to everybody, and others to another circle', async () => {
  const digits = async (fill: number): Promise<string> =>
    (await CircleKeys.from(new Uint8Array(16).fill(fill))).digits();
  expect(await digits(7)).toBe(await digits(7));
  expect(await digits(7)).not.toBe(await digits(8));
});
