import { render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aGroup, heldMeeting } from '../../lib/group/testing';
import { TestGroupServer } from '../../lib/group/testing-server';
import GroupVisit from './GroupVisit.svelte';

const link = { token: 'g.WyJHIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV', key: null };

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('navigator', { languages: ['en'] });
});
afterEach(() => vi.unstubAllGlobals());

const card = (open: boolean, answered: boolean, counts: number[] | null) => ({
  ...heldMeeting({ card: { open, answered, counts } }),
  leading: null,
});

test('an end card is answered once, and is not asked again', async () => {
  const server = new TestGroupServer(aGroup({ meetings: [card(true, false, null)] }), () => ({
    meetings: [card(true, true, null)],
  }));
  render(GroupVisit, { link });
  (await screen.findByLabelText('It was hard for me')).click();
  expect(screen.getByText(/^Nobody in the group is shown who answered what\./)).toBeTruthy();
  screen.getByText('Give this answer').click();
  await waitFor(() => expect(screen.queryByLabelText('It was hard for me')).toBeNull());
  expect(server.commands).toEqual([{ type: 'answer_end_card', meeting: 20, choice: 3 }]);
});

test('what was chosen for one meeting is no answer for the next', async () => {
  const server = new TestGroupServer(aGroup({ meetings: [card(true, false, null)] }), () => ({}));
  render(GroupVisit, { link });
  (await screen.findByLabelText('It was hard for me')).click();
  const next = card(true, false, null);
  const starts_ms = next.starts_ms + 7_200_000;
  server.changes({ meetings: [...server.view.meetings, { ...next, number: 21, starts_ms }] });
  await waitFor(() => expect(document.querySelectorAll('[data-held]').length).toBe(2));
  screen.getByText('Give this answer').click();
  expect(server.commands).toEqual([]);
});

test('counts stand where the card was, once there are some', async () => {
  new TestGroupServer(aGroup({ meetings: [card(false, false, [3, 2, 0, 1])] }), () => ({}));
  render(GroupVisit, { link });
  expect(await screen.findByText('I take a lot with me: 3')).toBeTruthy();
  expect(screen.getByText('I take little with me: 0')).toBeTruthy();
  expect(screen.queryByText('Give this answer')).toBeNull();
});

test('the quarterly item is answered, and its counts are of the quarter they say', async () => {
  const quarterly = { open: true, answered: false, counts: null };
  const quarters = [{ quarter: '2026-Q4', counts: [4, 1, 0, 0, 1] }];
  const server = new TestGroupServer(aGroup({ quarterly, quarters }), () => ({
    quarterly: { ...quarterly, answered: true },
  }));
  render(GroupVisit, { link });
  (await screen.findByLabelText(/^I am definitely burning out/)).click();
  screen.getByText('Give this answer').click();
  expect(await screen.findByText('The quarter 2026-Q4')).toBeTruthy();
  expect(screen.getByText(/^I enjoy my work\. I have no symptoms of burnout\.: 4$/)).toBeTruthy();
  expect(server.commands).toEqual([{ type: 'answer_quarterly', choice: 2 }]);
});
