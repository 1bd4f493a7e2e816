import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import type { Bytes } from './bytes';
import { newSecret } from './link-key';
import { Seal, type SealedSender } from './seal';
import { REFUSED_MAX } from './refusals';
import { SILENCE } from './sealing';
import { decodedHeader } from './sframe-header';
import { FakeScriptTransform, FakeWorker } from './testing';

const SECRET = newSecret();
const SEAT = 3;
const LISTENER = 7;
const WORD = new Uint8Array([0x78, 1, 2, 3, 4, 5]);

interface End {
  transform: FakeScriptTransform;
}

beforeEach(() => void vi.stubGlobal('RTCRtpScriptTransform', FakeScriptTransform));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const seal = (secret = SECRET): Seal =>
  new Seal(secret, () => new FakeWorker() as unknown as Worker);

function speaks(by: Seal, seat = SEAT): SealedSender & { says: (word: Bytes) => Promise<Bytes> } {
  by.say({ type: 'seated', seat });
  const sender = {} as End;
  const sealed = by.seal(sender as unknown as RTCRtpSender, seat);
  return { ...sealed, says: (word) => sender.transform.pass(word) };
}

function hears(by: Seal, seat = SEAT): (frame: Bytes) => Promise<Bytes> {
  by.say({ type: 'seated', seat: LISTENER });
  const receiver = {} as End;
  by.open(receiver as unknown as RTCRtpReceiver, seat);
  return (frame) => receiver.transform.pass(frame);
}

const keyIdOf = (frame: Bytes): bigint => decodedHeader(frame)!.keyId;

it('seals what one page says and opens it at another, and counts what has gone through', async () => {
  const mine = speaks(seal());
  const heard = hears(seal());
  expect(await mine.ready).toBe(true);
  for (let n = 1; n <= 3; n++) {
    const sent = await mine.says(WORD);
    expect(sent).not.toEqual(WORD);
    expect(await heard(sent)).toEqual(WORD);
    expect(await mine.frames()).toBe(n);
  }
});

it('lets nobody be heard from another chair, or with another circle’s key', async () => {
  const mine = speaks(seal());
  const sent = await mine.says(WORD);
  expect(await hears(seal(), SEAT + 1)(sent)).toEqual(SILENCE);
  expect(await hears(seal(newSecret()))(sent)).toEqual(SILENCE);
  expect(await hears(seal())(WORD)).toEqual(SILENCE);
});

it('goes on counting through connections, so that nothing is heard twice', async () => {
  const [by, listener] = [seal(), seal()];
  const first = await speaks(by).says(WORD);
  const second = await speaks(by).says(WORD);
  expect(keyIdOf(second)).toBe(keyIdOf(first));
  expect(second).not.toEqual(first);
  expect(await hears(listener)(first)).toEqual(WORD);
  expect(await hears(listener)(first)).toEqual(SILENCE);
});

it('begins anew with another key, and its old worker does no more', async () => {
  const by = seal();
  const unopened: number[][] = [];
  by.unopened = (seats) => unopened.push([...seats]);
  const before = await speaks(by).says(WORD);
  const heard = hears(by, 5);
  for (let n = 0; n < REFUSED_MAX; n++) await heard(WORD);
  expect(unopened).toEqual([[5]]);
  by.renew();
  expect(unopened, 'what the other can open is not known yet').toEqual([[5], []]);
  expect(FakeWorker.started.at(-2)?.alive).toBe(false);
  expect(keyIdOf(await speaks(by).says(WORD))).not.toBe(keyIdOf(before));
});

it('has a key of its own for each life of a page', async () => {
  const ids = await Promise.all(
    Array.from({ length: 20 }, async () => keyIdOf(await speaks(seal()).says(WORD))),
  );
  expect(new Set(ids).size).toBe(20);
});

it('says so when its worker does not run, or dies', async () => {
  vi.useFakeTimers();
  const by = seal();
  const mine = speaks(by);
  expect(await by.begun).toBe(true);
  FakeWorker.started.at(-1)!.terminate();
  const [ready, frames] = [speaks(by).ready, mine.frames()];
  await vi.advanceTimersByTimeAsync(10_000);
  expect([await ready, await frames]).toEqual([false, null]);

  const broken = seal();
  FakeWorker.started.at(-1)!.dispatchEvent(new Event('error'));
  expect(await broken.begun).toBe(false);
});
