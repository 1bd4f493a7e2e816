import { expect, test } from 'vitest';
import { fromPath } from './invitation';

test.each([
  ['/%23WyJ0dWVz.c2ln-_k', 'WyJ0dWVz.c2ln-_k'],
  ['/%2523WyJ0dWVz.c2ln', 'WyJ0dWVz.c2ln'],
  ['/%23/WyJ0dWVz.c2ln/', 'WyJ0dWVz.c2ln'],
  ['/', null],
  ['/%23', null],
  ['/WyJ0dWVz.c2ln', null],
])('the invitation in the path %s', (path, token) => {
  expect(fromPath(path)).toBe(token);
});
