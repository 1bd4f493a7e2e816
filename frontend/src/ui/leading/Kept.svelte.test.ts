import { render, screen } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import type { Attendance } from '../../protocol';
import { navigation } from '../../lib/navigation.svelte';
import { fromTo } from '../../lib/time';
import Kept from './Kept.svelte';

const HOUR_MS = 3_600_000;
const mia: Attendance = {
  name: 'Mia',
  role: 'member',
  came_ms: 0,
  left_ms: HOUR_MS,
  present_ms: 57 * 60_000,
  meeting_ms: 50 * 60_000,
  seat: 4,
};

afterEach(() => vi.restoreAllMocks());

test('who was there is kept with the minutes that they were, where that is known', () => {
  const record = { title: 'Tuesday', opened_ms: 0, ended_ms: HOUR_MS, phase_times: [] };
  render(Kept, { record: { ...record, attendance: [mia, { ...mia, present_ms: null }] } });
  const [known, unknown] = screen
    .getAllByRole('listitem', { hidden: true })
    .map((row) => row.textContent.trim());
  expect(known).toMatch(/, 57 min$/);
  expect(unknown).toContain(fromTo(0, HOUR_MS));
  expect(unknown).not.toContain('min');
});

test('of a group’s meeting it is shown what the group keeps: minutes of the meeting, no times, and the cases', () => {
  vi.spyOn(navigation, 'isOfGroup', 'get').mockReturnValue(true);
  const record = { title: 'Tuesday', opened_ms: 0, ended_ms: HOUR_MS, phase_times: [] };
  const early = { ...mia, name: 'Max', meeting_ms: 59_000 };
  render(Kept, { record: { ...record, attendance: [mia, early] } });
  const rows = screen.getAllByRole('listitem', { hidden: true });
  expect(rows.map(({ lastElementChild }) => lastElementChild!.textContent)).toEqual(['50 min']);
  screen.getByText(/the number and date of each case/);
});

test('the title is kept, and is shown with all else that is', () => {
  const record = { title: 'Tuesday', opened_ms: 0, ended_ms: 0, phase_times: [], attendance: [] };
  render(Kept, { record });
  screen.getByText('Tuesday');
});

test('its two parts stand below the heading of what facilitators have after the meeting', () => {
  const record = { title: 'Tuesday', opened_ms: 0, ended_ms: 0, phase_times: [], attendance: [] };
  render(Kept, { record });
  expect(screen.getAllByRole('heading', { level: 4, hidden: true }).length).toBe(2);
});
