import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Ears } from './ears.svelte';

const [LOUD_DB, SILENT_DB] = [-20, -100];
let ears: Ears;

beforeEach(() => {
  vi.useFakeTimers();
  ears = new Ears();
});

afterEach(() => {
  ears.close();
  vi.useRealTimers();
});

test('whoever is loud speaks, within a fifth of a second, and for a moment after it', () => {
  let db = SILENT_DB;
  ears.listen(3, () => db);
  ears.listen(4, () => SILENT_DB);
  ears.attend(new Set([3, 4]));
  vi.advanceTimersByTime(1000);
  expect([...ears.speaking]).toEqual([]);
  db = LOUD_DB;
  vi.advanceTimersByTime(200);
  expect([...ears.speaking]).toEqual([3]);
  db = SILENT_DB;
  vi.advanceTimersByTime(300);
  expect([...ears.speaking]).toEqual([3]);
  vi.advanceTimersByTime(400);
  expect([...ears.speaking]).toEqual([]);
});

test('who cannot be heard is not looked at, and does not speak', () => {
  const db = vi.fn(() => LOUD_DB);
  ears.listen(3, db);
  ears.attend(new Set([3]));
  vi.advanceTimersByTime(200);
  expect([...ears.speaking]).toEqual([3]);
  ears.attend(new Set([4]));
  expect([...ears.speaking]).toEqual([]);
  db.mockClear();
  vi.advanceTimersByTime(1000);
  expect(db).not.toHaveBeenCalled();
});

test('who is silent is looked at half as often as who speaks', () => {
  const [loud, silent] = [vi.fn(() => LOUD_DB), vi.fn(() => SILENT_DB)];
  ears.listen(3, loud);
  ears.listen(4, silent);
  ears.attend(new Set([3, 4]));
  vi.advanceTimersByTime(200);
  loud.mockClear();
  silent.mockClear();
  vi.advanceTimersByTime(2000);
  expect([loud.mock.calls.length, silent.mock.calls.length]).toEqual([20, 10]);
});
