import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ANSWERS_WITHIN_MS } from './in-time';
import { newKey } from './sealed/new-key';
import { FakeWorker } from './sealed/testing';
import { VisitSeal } from './visit-seal.svelte';

/** It begins once it is let. */
class SlowWorker extends FakeWorker {
  static begin: () => void;

  override postMessage(...message: Parameters<FakeWorker['postMessage']>): void {
    SlowWorker.begin = () => super.postMessage(...message);
  }
}

beforeEach(() => {
  FakeWorker.started.length = 0;
  vi.stubGlobal('RTCRtpScriptTransform', class {});
  vi.stubGlobal('Worker', SlowWorker);
});
afterEach(() => vi.unstubAllGlobals());

test('what the door says counts, also where what seals was being loaded before it could be read', async () => {
  const { key } = await newKey();
  const sealing = new VisitSeal({ token: 'invitation', key });
  const unread = sealing.compare(undefined);
  await vi.waitFor(() => expect(FakeWorker.started.length).toBe(1));
  await sealing.compare((await newKey()).lock);
  expect(sealing.state).toEqual({ is: 'foreign' });
  SlowWorker.begin();
  await unread;
  expect(sealing.state).toEqual({ is: 'foreign' });
});

test('that what seals does not come is said in the end', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('Worker', FakeWorker);
  vi.doMock('./sealed/index', () => new Promise(() => undefined));
  const { key, lock } = await newKey();
  const sealing = new VisitSeal({ token: 'invitation', key });
  void sealing.compare(lock);
  await vi.advanceTimersByTimeAsync(ANSWERS_WITHIN_MS);
  expect(sealing.state).toEqual({ is: 'unstarted' });
  vi.doUnmock('./sealed/index');
  vi.useRealTimers();
});
