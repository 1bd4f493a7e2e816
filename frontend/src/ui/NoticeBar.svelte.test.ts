import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { announcer, STAYS_MS } from '../lib/announcer.svelte';
import { Notices } from '../lib/notices.svelte';
import { aView } from '../lib/testing';
import NoticeBar from './NoticeBar.svelte';
import TestingRoom from './TestingRoom.svelte';

afterEach(() => {
  announcer.clear();
  vi.restoreAllMocks();
});

const LOST = 'Your line is not back yet, so that was not done. Please try again in a moment.';

test('each press that comes to nothing is told, also where the words are the same', async () => {
  const says = vi.spyOn(announcer, 'say');
  const notices = new Notices();
  render(TestingRoom, { part: NoticeBar, view: aView(), notices });
  for (let presses = 1; presses <= 2; presses++) {
    notices.tell('line_lost', true);
    await tick();
    expect(says.mock.calls.filter(([text]) => text === LOST)).toHaveLength(presses);
  }
  expect(screen.getAllByText(LOST)).toHaveLength(1);
});

test('what is told again before its turn has come is said once', async () => {
  vi.useFakeTimers();
  const notices = new Notices();
  render(TestingRoom, { part: NoticeBar, view: aView(), notices });
  announcer.say('Mia is here.', 'people');
  for (let presses = 1; presses <= 2; presses++) {
    notices.tell('line_lost', true);
    await tick();
  }
  await vi.advanceTimersByTimeAsync(STAYS_MS);
  expect(announcer.polite).toBe(LOST);
  await vi.advanceTimersByTimeAsync(STAYS_MS);
  expect(announcer.polite).toBe('');
  vi.useRealTimers();
});
