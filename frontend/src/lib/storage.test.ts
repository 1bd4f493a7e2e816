import { expect, test } from 'vitest';
import { SafeStorage } from './storage';

/** A browser's storage with room for so many entries. */
function storageOf(entries: number): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (!kept.has(key) && kept.size >= entries) throw new DOMException('', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key: string) => void kept.delete(key),
  } as Storage;
}

test('what the browser takes outlives the page', () => {
  const storage = storageOf(9);
  expect(new SafeStorage(() => storage).set('seat', 'mine')).toBe(true);
  expect(new SafeStorage(() => storage).get('seat')).toBe('mine');
  new SafeStorage(() => storage).remove('seat');
  expect(new SafeStorage(() => storage).get('seat')).toBeNull();
});

test.each([
  [null, null, []],
  ['', null, []],
  ['no', null, []],
  ['{}', {}, []],
  ['[1]', [1], [1]],
])('kept as %j it is read as %j, and as the list %j', (kept, read, list) => {
  const storage = storageOf(9);
  const here = new SafeStorage(() => storage);
  if (kept !== null) here.set('groups', kept);
  expect(here.read('groups')).toEqual(read);
  expect(here.list('groups')).toEqual(list);
});

test('of a list that has become empty nothing is kept', () => {
  const storage = storageOf(9);
  const here = new SafeStorage(() => storage);
  expect(here.keep('groups', ['ours'])).toBe(true);
  expect(new SafeStorage(() => storage).list('groups')).toEqual(['ours']);
  expect(here.keep('groups', [])).toBe(true);
  expect(here.get('groups')).toBeNull();
});

test.each([
  [
    'denied',
    (): Storage => {
      throw new DOMException('', 'SecurityError');
    },
  ],
  ['none at all', () => null as unknown as Storage],
  ['full', () => storageOf(0)],
])('storage that is %s breaks nothing, and is said to keep nothing', (_, storage) => {
  const here = new SafeStorage(storage);
  expect(here.get('seat')).toBeNull();
  expect(here.set('seat', 'mine')).toBe(false);
  expect(here.get('seat')).toBe('mine');
  here.remove('seat');
  expect(here.get('seat')).toBeNull();
});

test('what was not taken at first is read from the storage once it was taken', () => {
  let storage = storageOf(0);
  const here = new SafeStorage(() => storage);
  here.set('seat', 'old');
  storage = storageOf(1);
  expect(here.set('seat', 'new')).toBe(true);
  expect(new SafeStorage(() => storage).get('seat')).toBe('new');
  expect(here.get('seat')).toBe('new');
});

test('an older value that the full storage still holds is not taken for the newer one', () => {
  const storage = storageOf(1);
  const here = new SafeStorage(() => storage);
  here.set('seat', 'old');
  storage.setItem = () => {
    throw new DOMException('', 'QuotaExceededError');
  };
  here.set('seat', 'new');
  expect(here.get('seat')).toBe('new');
});
