import { render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aGroup, heldMeeting } from '../../lib/group/testing';
import { press, type } from '../../lib/group/testing-hand';
import { TestGroupServer } from '../../lib/group/testing-server';
import GroupVisit from './GroupVisit.svelte';

const link = { token: 'g.WyJHIiwx.c2ln', key: null };
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
  expect(screen.queryByLabelText('Your accreditation, as it stands on certificates')).toBeNull();
  expect(
    screen.getByLabelText<HTMLSelectElement>('Meeting that you facilitated').options.length,
  ).toBe(1);
  await type(screen.getByLabelText('Supervision of this meeting'), 'with Dr. Koch');
  press('Keep the note');
  await waitFor(() =>
    expect(server.commands).toEqual([
      { type: 'note_supervision', meeting: 20, words: 'with Dr. Koch' },
    ]),
  );
});

test('a member who never facilitated is offered no log', async () => {
  new TestGroupServer(aGroup({ meetings: [attended] }), () => ({}));
  render(GroupVisit, { link });
  await screen.findByText('Certificate of attendance');
  expect(screen.queryByText('My log')).toBeNull();
});
