import { render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aGroup, heldMeeting } from '../../lib/group/testing';
import { choose, press, type } from '../../lib/group/testing-hand';
import { TestGroupServer } from '../../lib/group/testing-server';
import { shortDay } from '../../lib/group/when';
import { groupWords as words } from '../../lib/group/words';
import GroupVisit from './GroupVisit.svelte';

const link = { token: 'g.WyJHIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV', key: null };
const facilitated = { ...heldMeeting(), leading: null };
const attended = { ...heldMeeting({ supervision: null }), leading: null, number: 21 };

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('navigator', { languages: ['en'] });
});
afterEach(() => vi.restoreAllMocks());

test('whoever facilitated before downloads their log still, and notes supervision of that time', async () => {
  const you = { ...aGroup().you, has_log: true };
  const meetings = [facilitated, attended];
  const server = new TestGroupServer(aGroup({ you, meetings }), () => ({}));
  const saves = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
  render(GroupVisit, { link });
  (await screen.findByText('Download my log')).click();
  await waitFor(() => expect(saves).toHaveBeenCalled());
  expect(saves.mock.contexts[0]).toMatchObject({ download: 'Tuesday-group-Mia.csv' });
  expect(
    screen.getByLabelText<HTMLSelectElement>('Meeting that you facilitated or observed').options
      .length,
  ).toBe(1);
  await type(screen.getByLabelText('Supervision of this meeting'), 'with Dr. Koch');
  press('Keep the note');
  await waitFor(() =>
    expect(server.commands).toEqual([
      { type: 'note_supervision', meeting: 20, words: 'with Dr. Koch' },
    ]),
  );
});

test('whoever facilitated before takes their accreditation back, also where they facilitated nothing', async () => {
  const you = { ...aGroup().you, has_log: true, accreditation: 'DBG 2' };
  const server = new TestGroupServer(aGroup({ you, meetings: [] }), () => ({}));
  render(GroupVisit, { link });
  const field = await screen.findByLabelText<HTMLInputElement>(words.log.accreditation);
  expect(field.value).toBe('DBG 2');
  await type(field, '');
  press(words.log.keep);
  await waitFor(() => expect(server.commands).toEqual([{ type: 'note_accreditation', words: '' }]));
});

test('a member who never facilitated is offered no log', async () => {
  new TestGroupServer(aGroup({ meetings: [attended] }), () => ({}));
  render(GroupVisit, { link });
  await screen.findByText('Certificate of attendance');
  expect(screen.queryByText('My log')).toBeNull();
});

test('each meeting has its own note of supervision, and what is typed of one waits while another is looked at', async () => {
  const before = { ...facilitated, number: 19, starts_ms: facilitated.starts_ms - 7 * 86_400_000 };
  const you = { ...aGroup().you, has_log: true };
  const server = new TestGroupServer(aGroup({ you, meetings: [before, facilitated] }), () => ({}));
  render(GroupVisit, { link });
  const meeting = await screen.findByLabelText<HTMLSelectElement>(
    'Meeting that you facilitated or observed',
  );
  const note = screen.getByLabelText<HTMLInputElement>('Supervision of this meeting');
  const look = async (which: typeof before): Promise<void> => {
    meeting.dispatchEvent(new Event('input', { bubbles: true }));
    await choose(meeting, shortDay(which.starts_ms));
  };
  const keep = async (): Promise<void> => {
    const { length } = server.commands;
    press('Keep the note');
    await waitFor(() => expect(server.commands.length).toBe(length + 1));
    const button = screen.getByText('Keep the note');
    await waitFor(() => expect(button.getAttribute('aria-busy')).toBe('false'));
  };
  const asksBeforeLeaving = (): boolean =>
    !dispatchEvent(new Event('beforeunload', { cancelable: true }));
  await look(before);
  expect(asksBeforeLeaving()).toBe(false);
  await look(facilitated);
  await type(note, 'with Dr. Koch');
  await look(before);
  expect(note.value).toBe('');
  await type(note, 'with Dr. Ada');
  await keep();
  expect(asksBeforeLeaving()).toBe(true);
  await look(facilitated);
  expect(note.value).toBe('with Dr. Koch');
  await keep();
  expect(asksBeforeLeaving()).toBe(false);
  expect(server.commands).toEqual([
    { type: 'note_supervision', meeting: 19, words: 'with Dr. Ada' },
    { type: 'note_supervision', meeting: 20, words: 'with Dr. Koch' },
  ]);
});
