import { expect, test } from 'vitest';
import { newKey } from '../sealed/new-key';
import { circleKey, keyProblem } from './seal';

test('each meeting has a key of its own, and everybody in the group comes to the same', async () => {
  const { key, lock } = await newKey();
  const first = await circleKey(key, 'uid/1');
  expect(await circleKey(key, 'uid/1')).toEqual(first);
  const second = await circleKey(key, 'uid/2');
  expect(new Set([key, first.key, second.key]).size).toBe(3);
  expect(new Set([lock, first.lock, second.lock]).size).toBe(3);
  expect(first.lock).toMatch(/^[0-9a-f]{16}$/);
});

test('a meeting’s key is the same for ever: links of earlier releases go on opening', async () => {
  expect(await circleKey('aaaqeayeaudaocajbifqydiob67e', 'uid/7')).toEqual({
    key: 'olmn54hou5r7jzbm3pyjzhxnzpuf',
    lock: 'a285a7e7d654d80a',
  });
});

test('what is wrong with a key is told', async () => {
  const { key, lock } = await newKey();
  const other = await newKey();
  expect(await keyProblem(key, lock)).toBe(null);
  expect(await keyProblem(null, lock)).toBe('missing');
  expect(await keyProblem(key.slice(0, -1), lock)).toBe('broken');
  expect(await keyProblem(other.key, lock)).toBe('other');
  await expect(circleKey(key.slice(1), 'uid/1')).rejects.toThrow(RangeError);
});
