import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { delayVoices, VoiceDelay } from './voice-delay';

const ROUND_TRIP_MS = 80;

/** A voice of 50 packets a second, of which so many are asked for, and so many of those come too late. */
class Voice {
  readonly delay = new VoiceDelay();
  packetsReceived = 0;
  nackCount = 0;
  packetsDiscarded = 0;

  /** How late it comes what its speaker's line has lost, as the server says. */
  lateMs = 0;

  seconds(count: number, asks = 0, late = 0, packets = 50): (number | null)[] {
    return Array.from({ length: count }, () => {
      this.packetsReceived += packets;
      this.nackCount += asks;
      this.packetsDiscarded += late;
      return this.delay.next(this, ROUND_TRIP_MS, this.lateMs);
    });
  }
}

test('on a good line the browser decides how long a voice waits', () => {
  const voice = new Voice();
  voice.seconds(1);
  expect(voice.seconds(20)).toEqual(Array(20).fill(null));
});

test('one lost packet now and then is no bad line', () => {
  const voice = new Voice();
  voice.seconds(1);
  for (let n = 0; n < 10; n++)
    expect([...voice.seconds(1, 1), ...voice.seconds(4)]).toEqual(Array(5).fill(null));
});

test('what was asked for before the first look says nothing of now', () => {
  const voice = new Voice();
  voice.nackCount = 500;
  expect(voice.seconds(3)).toEqual([null, null, null]);
});

test('while packets are asked for a voice waits a round trip and a little more, and then no longer', () => {
  const voice = new Voice();
  voice.seconds(1);
  expect(voice.seconds(10, 5)).toEqual(Array(10).fill(100));
  expect(voice.seconds(10)).toEqual([...Array(4).fill(100), ...Array(6).fill(null)]);
});

test('while nobody speaks nothing is learned of the line', () => {
  const voice = new Voice();
  voice.seconds(1);
  voice.seconds(5, 5);
  expect(voice.seconds(60, 0, 0, 0)).toEqual(Array(60).fill(100));
});

test("a voice whose speaker's line loses packets waits for the longer of both lines, and half of the other", () => {
  const voice = new Voice();
  voice.lateMs = 200;
  expect(voice.seconds(5)).toEqual(Array(5).fill(null));
  expect(voice.seconds(3, 5)).toEqual(Array(3).fill(240));
  voice.lateMs = 60;
  expect(voice.seconds(1, 5)).toEqual([110]);
});

test('no voice waits longer than that it can be answered', () => {
  const voice = new Voice();
  voice.lateMs = 1000;
  voice.seconds(1);
  expect(voice.seconds(1, 5)).toEqual([400]);
});

test('if many come too late in one burst it waits a little longer', () => {
  const voice = new Voice();
  voice.seconds(1);
  voice.seconds(2, 5);
  expect([...voice.seconds(1, 4, 10), ...voice.seconds(4, 2)]).toEqual([100, 100, 100, 100, 110]);
});

test('if a few of what is asked for come too late again and again it waits longer', () => {
  const voice = new Voice();
  voice.seconds(1);
  expect(voice.seconds(8, 18, 3)).toEqual([...Array(6).fill(100), 150, 150]);
});

test('if very few come too late it waits no longer', () => {
  const voice = new Voice();
  voice.seconds(1);
  expect(voice.seconds(20, 6, 1).at(-1)).toBe(100);
});

test('one burst that comes too late is chance', () => {
  const voice = new Voice();
  voice.seconds(1);
  voice.seconds(5, 1);
  for (let n = 0; n < 5; n++)
    expect([...voice.seconds(1, 1, 3), ...voice.seconds(4, 1)].at(-1)).toBe(100);
});

const voice = (mid: string, packetsReceived: number, nackCount: number) => ({
  type: 'inbound-rtp',
  mid,
  packetsReceived,
  nackCount,
});

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('each voice waits for itself, until the connection ends', async () => {
  class Receiver {
    jitterBufferTarget: number | null = null;
  }
  vi.stubGlobal('RTCRtpReceiver', { prototype: new Receiver() });
  const receivers = [new Receiver(), new Receiver()] as const;
  let second = 0;
  const peer = {
    getTransceivers: () => receivers.map((receiver, n) => ({ mid: `${n}`, receiver })),
  } as unknown as RTCPeerConnection;
  const statistics = async (): Promise<RTCStatsReport> =>
    new Map<string, object>([
      ['pair', { type: 'candidate-pair', selected: true, currentRoundTripTime: 0.05 }],
      ['a', voice('0', 50 * ++second, 5 * second)],
      ['b', voice('1', 50 * second, 4 * second)],
      ['mic', { type: 'outbound-rtp', mid: 'mic' }],
    ]);
  const end = delayVoices(peer, statistics, (mid) => (mid === '1' ? 200 : 0));
  await vi.advanceTimersByTimeAsync(2000);
  expect(receivers.map((each) => each.jitterBufferTarget)).toEqual([70, 230]);
  end();
  await vi.advanceTimersByTimeAsync(5000);
  expect(second).toBe(2);
});

test('where a browser lets nobody say how long a voice waits, nobody looks', async () => {
  vi.stubGlobal('RTCRtpReceiver', undefined);
  const statistics = vi.fn();
  delayVoices({ getTransceivers: () => [] }, statistics, () => 0)();
  await vi.advanceTimersByTimeAsync(5000);
  expect(statistics).not.toHaveBeenCalled();
});
