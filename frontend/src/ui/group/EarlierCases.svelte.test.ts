import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { leadingGroup } from '../../lib/group/testing';
import { TestGroupServer } from '../../lib/group/testing-server';
import GroupVisit from './GroupVisit.svelte';

const link = { token: 'g.WyJHIiwx.c2ln', key: null };

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('navigator', { languages: ['en'] });
});
afterEach(() => vi.unstubAllGlobals());

test('earlier cases have a number and a date, and only this browser knows which were one’s own', async () => {
  const cases = [1, 2, 3].map((number) => ({ number, on_ms: Date.parse('2027-01-05T17:00Z') }));
  const server = new TestGroupServer(leadingGroup({ cases }), () => ({}));
  const { unmount } = render(GroupVisit, { link });
  (await screen.findByLabelText(/^Case 3, /)).click();
  unmount();
  render(GroupVisit, { link });
  const own = await screen.findByLabelText<HTMLInputElement>(/^Case 3, /);
  expect(own.checked).toBe(true);
  expect(screen.getByLabelText<HTMLInputElement>(/^Case 1, /).checked).toBe(false);
  own.click();
  await tick();
  expect(localStorage.length).toBe(0);
  expect(server.commands).toEqual([]);
});

test('a browser that is to forget the group forgets these ticks too, at once', async () => {
  const cases = [1, 2].map((number) => ({ number, on_ms: Date.parse('2027-01-05T17:00Z') }));
  new TestGroupServer(leadingGroup({ cases }), () => ({}));
  render(GroupVisit, { link });
  const own = await screen.findByLabelText<HTMLInputElement>(/^Case 2, /);
  const remembers = screen.getByLabelText('Remember this group in this browser');
  remembers.click();
  own.click();
  await tick();
  expect(own.checked).toBe(true);
  remembers.click();
  await tick();
  expect(own.checked).toBe(false);
  expect(localStorage.length).toBe(0);
});
