import { afterEach, expect, test, vi } from 'vitest';
import { ANSWERS_WITHIN_MS } from './in-time';
import { makeKey } from './make-key';

const words = { sealing: { cannot: 'This browser cannot.' }, part: { unloaded: 'Not loaded.' } };

afterEach(() => vi.doUnmock('./sealed/new-key'));

test('there is a key with its lock, or it is said why there is none', async () => {
  vi.doMock('./sealed/new-key', () => {
    throw new TypeError('offline');
  });
  expect(await makeKey(words)).toBe('Not loaded.');
  vi.doUnmock('./sealed/new-key');
  expect(await makeKey(words)).toEqual({
    key: expect.stringMatching(/^[a-z2-7]{28}$/) as string,
    lock: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
  });
  vi.stubGlobal('crypto', {});
  expect(await makeKey(words)).toBe('This browser cannot.');
});

test('what a server that has stopped never sends is not waited for without end', async () => {
  vi.useFakeTimers();
  vi.doMock('./sealed/new-key', () => new Promise(() => undefined));
  const made = makeKey(words);
  await vi.advanceTimersByTimeAsync(ANSWERS_WITHIN_MS);
  expect(await made).toBe('Not loaded.');
  vi.useRealTimers();
});
