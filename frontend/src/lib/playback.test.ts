import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Playback } from './playback.svelte';

/** An audio element that a test may forbid to play, and stop. */
class FakeAudio extends EventTarget {
  srcObject: Pick<MediaStream, 'active' | 'getTracks'> = { active: true, getTracks: () => [] };
  paused = true;
  forbidden = false;

  async play(): Promise<void> {
    if (this.forbidden) throw new DOMException('not without a gesture', 'NotAllowedError');
    this.paused = false;
    this.dispatchEvent(new Event('playing'));
  }

  pause(): void {
    if (this.paused) return;
    this.paused = true;
    this.dispatchEvent(new Event('pause'));
  }

  /** The stream is there. */
  ready(): void {
    this.dispatchEvent(new Event('loadedmetadata'));
  }
}

class FakeStream {
  active = true;
  constructor(private readonly tracks: MediaStreamTrack[]) {}
  getTracks = (): MediaStreamTrack[] => this.tracks;
}

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
const settled = (): Promise<void> => vi.advanceTimersByTimeAsync(0) as unknown as Promise<void>;

let playback: Playback;
let element: FakeAudio;
let goes: () => void;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.stubGlobal('document', page);
  playback = new Playback({ lead: async () => {}, forget: () => {} });
  element = new FakeAudio();
  goes = playback.keep(element as unknown as HTMLMediaElement);
});

afterEach(() => {
  playback.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function plays(): Promise<void> {
  element.ready();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(element.paused).toBe(false);
}

test('a voice plays as soon as its stream is there, and anew when another takes its place', async () => {
  await plays();
  element.paused = true; // a new stream stops the element without an event
  element.ready();
  await settled();
  expect(element.paused).toBe(false);
});

test('a voice that a call or the system has paused plays again at once', async () => {
  await plays();
  element.pause();
  await settled();
  expect(element.paused).toBe(false);
  expect(playback.stopped).toBe(false);
});

test('one that is paused again and again is said to be stopped, and is tried again after a while', async () => {
  await plays();
  element.pause();
  await settled();
  element.pause();
  await settled();
  expect(playback.stopped).toBe(true);
  await vi.advanceTimersByTimeAsync(2000);
  expect(element.paused).toBe(false);
  expect(playback.stopped).toBe(false);
});

test.each(['pointerup', 'touchend', 'keydown', 'visibilitychange'])(
  'a voice the browser refused to play is said to be stopped, until %s',
  async (again) => {
    element.forbidden = true;
    element.ready();
    await settled();
    expect(playback.stopped).toBe(true);
    element.forbidden = false;
    page.dispatchEvent(new Event(again));
    await settled();
    expect(element.paused).toBe(false);
    expect(playback.stopped).toBe(false);
  },
);

test('while the page is hidden a change of visibility is no second chance', async () => {
  element.forbidden = true;
  element.ready();
  await settled();
  element.forbidden = false;
  page.visibilityState = 'hidden';
  page.dispatchEvent(new Event('visibilitychange'));
  await settled();
  expect(element.paused).toBe(true);
  page.visibilityState = 'visible';
});

test('a voice whose connection is over is not played, and not said to be stopped', async () => {
  await plays();
  element.srcObject = { ...element.srcObject, active: false };
  element.forbidden = true;
  element.pause();
  playback.play();
  await vi.advanceTimersByTimeAsync(5000);
  expect([element.paused, playback.stopped]).toEqual([true, false]);
  element.forbidden = false;
  element.srcObject = { ...element.srcObject, active: true };
  element.ready();
  await settled();
  expect(element.paused).toBe(false);
});

test('a voice that is gone is neither played nor missed', async () => {
  element.forbidden = true;
  element.ready();
  await settled();
  goes();
  expect(playback.stopped).toBe(false);
  element.forbidden = false;
  playback.play();
  await vi.advanceTimersByTimeAsync(5000);
  expect(element.paused).toBe(true);
});

describe('where the browser’s own output fails', () => {
  /** As Chromium does: one of them errs, all are silent, and they play on. */
  const errs = (): void => void element.dispatchEvent(new Event('error'));
  let other: FakeAudio;

  beforeEach(async () => {
    vi.stubGlobal('MediaStream', FakeStream);
    other = new FakeAudio();
    playback.keep(other as unknown as HTMLMediaElement);
    await plays();
  });

  test('all voices have other streams of their tracks at once, and nothing is said', () => {
    const tracks = [{}] as MediaStreamTrack[];
    const before = (other.srcObject = { active: true, getTracks: () => tracks });
    errs();
    expect([element, other].map(({ srcObject }) => srcObject instanceof FakeStream)).toEqual([
      true,
      true,
    ]);
    expect(other.srcObject).not.toBe(before);
    expect(other.srcObject.getTracks()).toBe(tracks);
    expect(playback.stopped).toBe(false);
  });

  test('again and again, voices are said to be stopped, though they play, until it holds', async () => {
    errs();
    for (let time = 0; time < 3; time++) {
      errs();
      element.ready();
      const before = element.srcObject;
      await vi.advanceTimersByTimeAsync(1900);
      expect([playback.stopped, element.srcObject === before]).toEqual([true, true]);
      await vi.advanceTimersByTimeAsync(100);
      expect([playback.stopped, element.srcObject === before]).toEqual([true, false]);
    }
    await vi.advanceTimersByTimeAsync(2000);
    expect(playback.stopped).toBe(false);
  });

  test('nothing is tried any more once it is closed', async () => {
    errs();
    errs();
    const before = element.srcObject;
    playback.close();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(element.srcObject).toBe(before);
  });
});

test('while sound is held nothing plays and nothing counts as stopped', async () => {
  await plays();
  playback.hold();
  page.dispatchEvent(new Event('pointerup'));
  await vi.advanceTimersByTimeAsync(5000);
  expect(element.paused).toBe(true);
  expect(playback.stopped).toBe(false);
  playback.release();
  await settled();
  expect(element.paused).toBe(false);
});

test('a voice is led to its output before it sounds', async () => {
  let arrives = (): void => {};
  const lead = vi.fn(() => new Promise<void>((led) => (arrives = led)));
  const careful = new Playback({ lead, forget: () => {} });
  const other = new FakeAudio();
  careful.keep(other as unknown as HTMLMediaElement);
  other.ready();
  await settled();
  expect(other.paused).toBe(true);
  arrives();
  await settled();
  expect(other.paused).toBe(false);
  careful.close();
});
