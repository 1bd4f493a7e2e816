import { expect, test, vi } from 'vitest';
import { Media } from './media.svelte';
import { anOffer, FakePeer } from './testing';

test('in a browser that knows no WebRTC no sound is asked for again', () => {
  vi.useFakeTimers();
  const [send, lost, impossible] = [vi.fn(), vi.fn(), vi.fn()];
  const media = new Media({
    send,
    stands: vi.fn(),
    impossible,
    quiet: vi.fn(),
    asks: vi.fn(),
    answers: () => 0,
    lost,
    unsealed: vi.fn(),
  });
  media.connect(anOffer());
  vi.advanceTimersByTime(60_000);
  expect(impossible).toHaveBeenCalledOnce();
  expect([send.mock.calls, lost.mock.calls]).toEqual([[], []]);
  expect(media.sounds).toBe(false);
  media.activeSpeakers.close();
  vi.useRealTimers();
});

test('a seal that does not hold begins anew with another connection, and after the third time there is no sound', async () => {
  vi.stubGlobal('RTCPeerConnection', FakePeer);
  vi.stubGlobal('MediaStream', class {});
  const [lost, impossible, unsealed] = [vi.fn(), vi.fn(), vi.fn()];
  const seal = {
    narrowed: (offer: string) => offer,
    seal: () => ({ ready: Promise.resolve(false), frames: async () => 0 }),
    open: vi.fn(),
    renew: vi.fn(),
  };
  const media = new Media(
    {
      send: vi.fn(),
      stands: vi.fn(),
      impossible,
      quiet: vi.fn(),
      asks: vi.fn(),
      answers: () => 0,
      unsealed,
      lost,
    },
    seal,
  );
  for (let time = 1; time <= 3; time++) {
    media.connect(anOffer(`line-${time}`));
    await vi.waitFor(() => expect(media.sounds).toBe(false));
    expect(FakePeer.made.at(-1)!.configuration).toMatchObject({ encodedInsertableStreams: true });
  }
  expect([unsealed, seal.renew, lost].map(({ mock }) => mock.calls.length)).toEqual([2, 2, 2]);
  expect(impossible).toHaveBeenCalledOnce();
  media.close();
  vi.unstubAllGlobals();
});

test('without the key of a sealed circle nothing of it is connected: it would be noise', () => {
  vi.stubGlobal('RTCPeerConnection', FakePeer);
  const before = FakePeer.made.length;
  const nothing = vi.fn();
  const media = new Media({
    send: nothing,
    stands: nothing,
    impossible: nothing,
    quiet: nothing,
    asks: vi.fn(),
    answers: () => 0,
    unsealed: nothing,
    lost: nothing,
  });
  media.connect({ ...anOffer(), sealed: true });
  expect(FakePeer.made.length).toBe(before);
  media.close();
  vi.unstubAllGlobals();
});
