import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stayAwake } from './wake';

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
const release = vi.fn(async () => {});
const request = vi.fn(async () => ({ release }));
const settled = (): Promise<void> => new Promise((done) => setTimeout(done));

function becomes(visibility: string): void {
  page.visibilityState = visibility;
  page.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => {
  vi.clearAllMocks();
  page.visibilityState = 'visible';
  vi.stubGlobal('document', page);
  vi.stubGlobal('navigator', { wakeLock: { request } });
});

afterEach(() => vi.unstubAllGlobals());

test('the screen stays on, again after the page was hidden, until it is let go', async () => {
  const letGo = stayAwake();
  await settled();
  expect(request).toHaveBeenCalledTimes(1);
  becomes('hidden');
  await settled();
  expect(request).toHaveBeenCalledTimes(1);
  becomes('visible');
  await settled();
  expect(request).toHaveBeenCalledTimes(2);
  letGo();
  expect(release).toHaveBeenCalled();
  becomes('visible');
  await settled();
  expect(request).toHaveBeenCalledTimes(2);
});

test('a lock that comes after it was let go is released', async () => {
  stayAwake()();
  await settled();
  expect(release).toHaveBeenCalledTimes(1);
});

test.each([
  ['has no wake lock', {}],
  ['refuses it', { wakeLock: { request: () => Promise.reject(new DOMException('low battery')) } }],
])('a browser that %s is left alone', async (_, navigator) => {
  vi.stubGlobal('navigator', navigator);
  const letGo = stayAwake();
  await settled();
  becomes('visible');
  await settled();
  letGo();
});
