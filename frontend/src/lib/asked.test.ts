import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PendingAsks } from './asked.svelte';

let asked: PendingAsks;

beforeEach(() => {
  vi.useFakeTimers();
  asked = new PendingAsks();
  asked.add(1, { type: 'next_step', seen: 0 });
});

afterEach(() => vi.useRealTimers());

test('until it is answered, what was asked is waited for, and so is what would undo it', () => {
  expect(asked.waitsFor({ type: 'next_step', seen: 0 })).toBe(true);
  expect(asked.waitsFor({ type: 'go_back', seen: 0 })).toBe(true);
  expect(asked.waitsFor({ type: 'wish_to_speak' })).toBe(false);
  asked.answered(2);
  expect(asked.waitsFor({ type: 'next_step', seen: 0 })).toBe(true);
  asked.answered(1);
  expect(asked.waitsFor({ type: 'next_step', seen: 0 })).toBe(false);
});

test('a button of the step that has just come is not held up by the answer about the step before', () => {
  expect(asked.waitsFor({ type: 'next_step', seen: 1 })).toBe(false);
  expect(asked.waitsFor({ type: 'go_back', seen: 1 })).toBe(false);
});

test('after a second it is said that an answer is waited for, until there is one to everything', () => {
  vi.advanceTimersByTime(999);
  expect(asked.long).toBe(false);
  vi.advanceTimersByTime(1);
  expect(asked.long).toBe(true);
  asked.add(2, { type: 'show_card' });
  asked.answered(1);
  expect(asked.long).toBe(true);
  asked.settle();
  expect(asked.long).toBe(false);
  vi.advanceTimersByTime(60_000);
  expect(asked.long).toBe(false);
});
