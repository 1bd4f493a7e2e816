import { render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { GroupRefusal } from '../../protocol';
import { aGroup, heldMeeting, leadingGroup } from '../../lib/group/testing';
import { TestGroupServer } from '../../lib/group/testing-server';
import GroupVisit from './GroupVisit.svelte';

const link = { token: 'g.WyJHIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV', key: null };

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('navigator', { languages: ['en'] });
});
afterEach(() => vi.unstubAllGlobals());

const terms = { ...aGroup().terms, fair_turn: true };

test('one agrees that one’s turns are noted, and notes one once everybody agrees', async () => {
  const { you } = aGroup();
  const held = { ...heldMeeting(), leading: null };
  const server = new TestGroupServer(aGroup({ terms, meetings: [held] }), (command) => {
    const noted = command.type === 'note_presented';
    const presented_ms = noted ? held.held!.began_ms : null;
    return { you: { ...you, shares_turns: true, turns_noted: false, presented_ms } };
  });
  render(GroupVisit, { link });
  (await screen.findByLabelText('Note the date when I present')).click();
  await screen.findByText(/^Not everybody agrees/);
  expect(screen.queryByText('I presented in this meeting')).toBeNull();
  server.changes({ you: { ...you, shares_turns: true, turns_noted: true } });
  (await screen.findByText('I presented in this meeting')).click();
  await waitFor(() =>
    expect(server.commands).toEqual([
      { type: 'share_turns', agrees: true },
      { type: 'note_presented', meeting: 20 },
    ]),
  );
});

test('a consent that was refused is not ticked, and what is ticked then is asked', async () => {
  const refusal: GroupRefusal = { detail: 'Not now', reason: 'not_today', edits: [] };
  const server = new TestGroupServer(aGroup({ terms }), () => refusal);
  render(GroupVisit, { link });
  const share = await screen.findByLabelText<HTMLInputElement>('Note the date when I present');
  for (const _ of ['once', 'again']) {
    share.click();
    await waitFor(() => expect(share.checked).toBe(false));
  }
  expect(server.commands).toEqual(Array(2).fill({ type: 'share_turns', agrees: true }));
});

test('a turn that is noted shows its day, and cannot be noted twice', async () => {
  const held = { ...heldMeeting(), leading: null };
  const presented_ms = held.held!.began_ms;
  const you = { ...aGroup().you, shares_turns: true, turns_noted: true, presented_ms };
  new TestGroupServer(aGroup({ terms, you, meetings: [held] }), () => ({}));
  render(GroupVisit, { link });
  expect(await screen.findByText(/^You presented last on .*10.*\.$/)).toBeTruthy();
  expect(screen.queryByText('I presented in this meeting')).toBeNull();
});

test('facilitators see when each presented last, and who has not agreed', async () => {
  const leading = leadingGroup().leading!;
  const turns = [
    { person: 4, presented_ms: Date.parse('2027-01-05T17:00Z') },
    { person: 2, presented_ms: null },
  ];
  const server = new TestGroupServer(
    leadingGroup({ terms, leading: { ...leading, turns } }),
    () => ({}),
  );
  render(GroupVisit, { link });
  expect(await screen.findByText(/^Mia: .*5/)).toBeTruthy();
  expect(screen.getByText('Finn: not yet')).toBeTruthy();
  server.changes({ leading: { ...leading, turns: null, not_sharing: [4] } });
  expect(await screen.findByText(/No consent to note when they present: Mia\./)).toBeTruthy();
  expect(screen.queryByText('Finn: not yet')).toBeNull();
});
