import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Command } from '../protocol';
import { Presses } from './presses';
import { subjectOf } from './subject';

let presses: Presses;
const next: Command = { type: 'next_step', seen: 0 };

beforeEach(() => {
  vi.useFakeTimers();
  presses = new Presses();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('two presses within half a second are one gesture, and a third makes it last', () => {
  expect(presses.begins(next)).toBe(true);
  vi.advanceTimersByTime(400);
  expect(presses.begins({ ...next, seen: 1 })).toBe(false);
  vi.advanceTimersByTime(400);
  expect(presses.begins({ ...next, seen: 1 })).toBe(false);
  vi.advanceTimersByTime(500);
  expect(presses.begins({ ...next, seen: 1 })).toBe(true);
});

test('on a page that is busy the time of the presses counts, and not when it comes to them', () => {
  vi.stubGlobal('event', { timeStamp: 1000 });
  expect(presses.begins(next)).toBe(true);
  vi.advanceTimersByTime(3000);
  vi.stubGlobal('event', { timeStamp: 1200 });
  expect(presses.begins({ ...next, seen: 1 })).toBe(false);
  vi.stubGlobal('event', { timeStamp: 1800 });
  expect(presses.begins({ ...next, seen: 1 })).toBe(true);
});

test.each<[Command, Command]>([
  [{ type: 'wish_to_speak' }, { type: 'take_back_wish' }],
  [{ type: 'close_microphone' }, { type: 'open_microphone' }],
  [{ type: 'ask_to_speak' }, { type: 'take_back_word' }],
  [{ type: 'let_presenter_speak' }, { type: 'decline_word' }],
  [
    { type: 'pause_clock', seen: 0 },
    { type: 'resume_clock', seen: 0 },
  ],
  [next, { type: 'skip_to', seen: 1, step: 3 }],
  [
    { type: 'admit', seat: 4, name: null },
    { type: 'turn_away', seat: 4, name: null },
  ],
])('a double press of %o does not undo it by %o', (first, second) => {
  presses.begins(first);
  expect(presses.begins(second)).toBe(false);
});

test('presses of different things count each, and so do minutes', () => {
  expect(presses.begins({ type: 'admit', seat: 4, name: null })).toBe(true);
  expect(presses.begins({ type: 'admit', seat: 5, name: null })).toBe(true);
  expect(presses.begins({ type: 'wish_to_speak' })).toBe(true);
  for (let minute = 0; minute < 3; minute++)
    expect(presses.begins({ type: 'change_time', minutes: 1, seen: 0 })).toBe(true);
});

test('a subject that commands share is named by the first of them, with the seat', () => {
  expect(subjectOf({ type: 'lift_silence', seat: 3 })).toBe('silence_person 3');
  expect(subjectOf({ type: 'show_card' })).toBe('show_card');
});
