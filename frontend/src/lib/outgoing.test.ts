import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Outgoing } from './outgoing';
import type { Asks } from './statistics';

const TRACK = { id: 'mine' } as MediaStreamTrack;
const OTHER = { id: 'another' } as MediaStreamTrack;

/** A sender that says what it has sent. */
class FakeSender {
  readonly put: (MediaStreamTrack | null)[] = [];
  packetsSent = 0;
  retransmittedPacketsSent = 0;
  replaceTrack = async (track: MediaStreamTrack | null): Promise<void> => void this.put.push(track);
  getStats = async (): Promise<Map<string, unknown>> =>
    new Map([['out', { type: 'outbound-rtp', ...this }]]);
}

let sender: FakeSender;
let frames: number | null;
const unsealed = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  sender = new FakeSender();
  frames = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.clearAllMocks();
});

/** Asked for a track at once, as every sound is. */
function outgoing(ready: Promise<boolean> | null): Outgoing {
  const sealed = ready && { ready, frames: async () => frames };
  const recent = sender.getStats as unknown as Asks;
  const mine = new Outgoing(sender as unknown as RTCRtpSender, sealed, unsealed, recent);
  void mine.use(TRACK);
  return mine;
}

test('in a circle that is not sealed a track is sent at once', () => {
  outgoing(null);
  expect(sender.put).toEqual([TRACK]);
});

test('in a sealed circle none is put in before the worker has confirmed, whatever is asked', async () => {
  let confirm!: (ready: boolean) => void;
  const mine = outgoing(new Promise((resolve) => (confirm = resolve)));
  await mine.use(OTHER);
  await vi.advanceTimersByTimeAsync(3000);
  expect(sender.put).toEqual([null, null]);
  confirm(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(sender.put).toEqual([null, null, OTHER]);
});

test('where the worker never confirms, none is put in, and that is told', async () => {
  const mine = outgoing(Promise.resolve(false));
  await vi.advanceTimersByTimeAsync(0);
  await mine.use(TRACK);
  expect(sender.put.every((track) => track === null)).toBe(true);
  expect(unsealed).toHaveBeenCalledOnce();
});

test.each<[string, () => void]>([
  ['more packets leave than went through the worker', () => sender.packetsSent++],
  ['the worker does not answer any more', () => (frames = null)],
])('the track is taken out where %s', async (_, fails) => {
  outgoing(Promise.resolve(true));
  [frames, sender.packetsSent] = [100, 100];
  sender.retransmittedPacketsSent = 7; // what is sent again is no leak
  sender.packetsSent += 7;
  await vi.advanceTimersByTimeAsync(2000);
  expect(sender.put).toEqual([null, TRACK]);
  fails();
  await vi.advanceTimersByTimeAsync(2000);
  expect(sender.put).toEqual([null, TRACK, null]);
  expect(unsealed).toHaveBeenCalledOnce();
});

test('one answer that is missing is asked for again', async () => {
  outgoing(Promise.resolve(true));
  await vi.advanceTimersByTimeAsync(0);
  frames = null;
  await vi.advanceTimersByTimeAsync(600);
  frames = 0;
  await vi.advanceTimersByTimeAsync(5000);
  expect([sender.put, unsealed.mock.calls]).toEqual([[null, TRACK], []]);
});

test('once it is closed nothing is put in, or told', async () => {
  const mine = outgoing(Promise.resolve(true));
  await vi.advanceTimersByTimeAsync(0);
  mine.close();
  frames = null;
  await vi.advanceTimersByTimeAsync(5000);
  expect([sender.put, unsealed.mock.calls]).toEqual([[null, TRACK], []]);
});
