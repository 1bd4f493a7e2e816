import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchSending } from './sending';
import { DigitalSilence } from './silence';
import { Speech } from './speech';

describe('sound that leaves', () => {
  let packets: number;
  let asked: number;
  let told: boolean[];
  let stop: () => void;
  const passes = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

  beforeEach(() => {
    vi.useFakeTimers();
    packets = asked = 0;
    told = [];
    stop = watchSending(
      async () => {
        asked++;
        return packets;
      },
      (sending) => told.push(sending),
    );
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  test('is told as soon as the first packets have left', async () => {
    await passes(300);
    packets = 10;
    await passes(200);
    expect(told).toEqual([true]);
  });

  test('is doubted where none leave', async () => {
    await passes(1500);
    expect(told).toEqual([]);
    await passes(1500);
    expect(told[0]).toBe(false);
    expect(told).not.toContain(true);
  });

  test('is doubted again when no more leave, and asked about once a second', async () => {
    const flows = setInterval(() => packets++, 100);
    await passes(2000);
    asked = 0;
    await passes(10_000);
    expect(asked).toBe(10);
    clearInterval(flows);
    await passes(2000);
    expect(told.at(-1)).toBe(false);
  });

  test('a new connection counts from nought', async () => {
    await passes(100);
    packets = 500;
    await passes(200);
    packets = 3;
    await passes(1000);
    packets = 9;
    await passes(1000);
    expect(told).toEqual([true, false, true]);
  });

  test('nothing is told any more once it is over', async () => {
    stop();
    packets = 10;
    await passes(5000);
    expect(told).toEqual([]);
  });
});

describe('digital silence', () => {
  test('of a microphone that was heard is doubted much later', () => {
    const silence = new DigitalSilence();
    expect(silence.update(-60, 0)).toBe(false);
    expect(silence.update(-100, 1000)).toBe(false);
    expect(silence.update(-100, 20_000)).toBe(false);
    expect(silence.update(-100, 31_000)).toBe(true);
    expect(silence.update(-94, 31_100)).toBe(false);
  });

  test('of one that has come back from it by itself is no longer doubted: it sends nothing between words', () => {
    const silence = new DigitalSilence();
    silence.update(-60, 0);
    silence.update(-100, 500);
    silence.update(-60, 1000);
    for (let ms = 1500; ms < 600_000; ms += 500) expect(silence.update(-100, ms)).toBe(false);
  });

  test('from which the first sound comes shows nothing yet: many begin so', () => {
    const silence = new DigitalSilence();
    silence.update(-100, 0);
    silence.update(-60, 1000);
    silence.update(-100, 1500);
    expect(silence.update(-100, 31_500)).toBe(true);
  });

  test('of one never heard is doubted later where nobody is asked to say something', () => {
    const silence = new DigitalSilence();
    silence.update(-100, 0);
    expect(silence.update(-100, 29_000, true)).toBe(false);
    expect(silence.update(-100, 29_000)).toBe(true);
    expect(silence.update(-100, 30_000, true)).toBe(true);
  });

  test('that was told stays told until there is sound, also to whoever has come in meanwhile', () => {
    const silence = new DigitalSilence();
    silence.update(-100, 0);
    expect(silence.update(-100, 4000)).toBe(true);
    expect(silence.update(-100, 7000, true)).toBe(true);
    expect(silence.update(-60, 8000, true)).toBe(false);
    expect(silence.update(-100, 9000, true)).toBe(false);
  });

  test('a quiet room is none', () => {
    const silence = new DigitalSilence();
    for (let ms = 0; ms < 600_000; ms += 1000) expect(silence.update(-88, ms)).toBe(false);
  });

  test('what cannot be measured is none, and begins anew afterwards', () => {
    const silence = new DigitalSilence();
    silence.update(-100, 0);
    expect(silence.update(null, 10_000)).toBe(false);
    expect(silence.update(-100, 10_100)).toBe(false);
    expect(silence.update(-100, 14_100)).toBe(true);
  });
});

describe('speech', () => {
  const spoken = (...parts: [ms: number, db: number][]): boolean => {
    const speech = new Speech();
    let nowMs = 0;
    let ever = false;
    for (const [ms, db] of parts)
      for (const end = nowMs + ms; nowMs < end; nowMs += 100) ever ||= speech.update(db, nowMs);
    return ever;
  };

  test('is what goes on', () => expect(spoken([2000, -30])).toBe(true));
  test('may pause for breath', () => expect(spoken([800, -30], [400, -70], [800, -30])).toBe(true));
  test('is no cough', () => expect(spoken([400, -20], [3000, -70])).toBe(false));
  test('is no door now and then', () =>
    expect(spoken([300, -20], [1500, -70], [300, -20], [1500, -70], [300, -20])).toBe(false));
  test('is no quiet room', () => expect(spoken([60_000, -50])).toBe(false));
});
