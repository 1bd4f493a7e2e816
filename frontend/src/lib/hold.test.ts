import type { View, Voice } from '../protocol';
import type { Saying } from './microphone/control';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HoldToSpeak, ownSwitch, TAP_MS, type OwnSwitch } from './hold';

let stands: OwnSwitch;
let asked: string[];
let hold: HoldToSpeak;

beforeEach(() => {
  vi.useFakeTimers();
  stands = 'closed';
  asked = [];
  hold = new HoldToSpeak({
    stands: () => stands,
    open: () => void asked.push('open'),
    close: () => void asked.push('close'),
  });
});

afterEach(() => vi.useRealTimers());

/** The circle is now like this, and the page sees it. */
function becomes(now: OwnSwitch): void {
  stands = now;
  hold.looks();
}

function holds(): void {
  hold.presses();
  vi.advanceTimersByTime(TAP_MS);
}

test('a tap never opens', () => {
  hold.presses();
  vi.advanceTimersByTime(TAP_MS - 1);
  hold.letsGo();
  vi.advanceTimersByTime(10 * TAP_MS);
  expect(asked).toEqual([]);
});

test('a tap closes at once, and holding on does not open again', () => {
  stands = 'open';
  hold.presses();
  expect(asked).toEqual(['close']);
  becomes('closed');
  vi.advanceTimersByTime(10 * TAP_MS);
  hold.letsGo();
  expect(asked).toEqual(['close']);
});

test('who holds is heard until they let go', () => {
  holds();
  expect(asked).toEqual(['open']);
  becomes('open');
  hold.letsGo();
  expect(asked).toEqual(['open', 'close']);
});

test('letting go closes also where the answer is still on its way', () => {
  holds();
  hold.letsGo();
  expect(asked).toEqual(['open', 'close']);
});

test('where opening would not make one heard, holding opens nothing, now or later', () => {
  stands = 'barred';
  holds();
  becomes('closed');
  vi.advanceTimersByTime(10 * TAP_MS);
  expect(asked).toEqual([]);
});

test('a phase that takes the floor before the hold is long enough prevents it', () => {
  hold.presses();
  becomes('barred');
  becomes('closed');
  vi.advanceTimersByTime(10 * TAP_MS);
  expect(asked).toEqual([]);
});

test('a phase that takes the floor ends the hold, and the next one finds the microphone closed', () => {
  holds();
  becomes('open');
  becomes('waiting');
  expect(asked).toEqual(['open', 'close']);
  becomes('closed');
  hold.letsGo();
  expect(asked).toEqual(['open', 'close']);
});

test('a facilitator who silences has closed it already', () => {
  holds();
  becomes('open');
  becomes('barred');
  hold.letsGo();
  expect(asked).toEqual(['open']);
});

test('a tap also takes an open microphone back that waits for the floor', () => {
  stands = 'waiting';
  holds();
  expect(asked).toEqual(['close']);
});

test.each<[Voice, string, OwnSwitch]>([
  ['heard', 'close_microphone', 'open'],
  ['unconnected', 'close_microphone', 'open'],
  ['closed_by_phase', 'close_microphone', 'waiting'],
  ['closed_by_phase', 'open_microphone', 'barred'],
  ['closed_by_person', 'open_microphone', 'closed'],
  ['closed_by_person', '', 'barred'],
  ['silenced', '', 'barred'],
  ['listening', '', 'barred'],
])('%s, and may %s: the switch is %s', (voice, can, expected) => {
  expect(ownSwitch({ you: { voice, can: [can] } } as View, null)).toBe(expected);
});

test.each<[Voice, string, Saying, OwnSwitch]>([
  ['closed_by_person', 'open_microphone', 'waiting', 'barred'],
  ['closed_by_person', 'open_microphone', 'denied', 'barred'],
  ['heard', 'close_microphone', 'waiting', 'waiting'],
  ['heard', 'close_microphone', 'silent', 'open'],
])('%s, and may %s, with a microphone that is %s: the switch is %s', (voice, can, lacks, is) => {
  expect(ownSwitch({ you: { voice, can: [can] } } as View, lacks)).toBe(is);
});

test('what was closed by another hand is not closed twice', () => {
  holds();
  becomes('open');
  becomes('closed');
  hold.letsGo();
  expect(asked).toEqual(['open']);
});

test('a key that repeats is one press', () => {
  holds();
  hold.presses();
  hold.presses();
  vi.advanceTimersByTime(10 * TAP_MS);
  expect(asked).toEqual(['open']);
});
