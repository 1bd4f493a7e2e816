import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ActiveSpeakers } from './active-speakers.svelte';

const [LOUD_DB, SILENT_DB] = [-20, -100];
let speakers: ActiveSpeakers;

beforeEach(() => {
  vi.useFakeTimers();
  speakers = new ActiveSpeakers();
});

afterEach(() => {
  speakers.close();
  vi.useRealTimers();
});

test('whoever is loud speaks, at once, and for a moment after it', () => {
  let db = SILENT_DB;
  speakers.listen(3, () => db);
  speakers.listen(4, () => SILENT_DB);
  speakers.attend(new Set([3, 4]));
  vi.advanceTimersByTime(1000);
  expect([...speakers.speaking]).toEqual([]);
  db = LOUD_DB;
  vi.advanceTimersByTime(200);
  expect([...speakers.speaking]).toEqual([3]);
  db = SILENT_DB;
  vi.advanceTimersByTime(300);
  expect([...speakers.speaking]).toEqual([3]);
  vi.advanceTimersByTime(400);
  expect([...speakers.speaking]).toEqual([]);
});

test('who cannot be heard is not looked at, and does not speak', () => {
  const db = vi.fn(() => LOUD_DB);
  speakers.listen(3, db);
  speakers.attend(new Set([3]));
  vi.advanceTimersByTime(300);
  expect([...speakers.speaking]).toEqual([3]);
  speakers.attend(new Set([4]));
  expect([...speakers.speaking]).toEqual([]);
  db.mockClear();
  vi.advanceTimersByTime(1000);
  expect(db).not.toHaveBeenCalled();
});
