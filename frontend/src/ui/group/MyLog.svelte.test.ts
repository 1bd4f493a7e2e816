import { render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { saves } from '../../lib/group/saved';
import { aGroup, heldMeeting } from '../../lib/group/testing';
import { TestGroupServer } from '../../lib/group/testing-server';
import GroupVisit from './GroupVisit.svelte';

vi.mock(import('../../lib/group/saved'), async (original) => ({
  ...(await original()),
  saves: vi.fn(),
}));

const link = { token: 'g.WyJHIiwx.c2ln', key: null };
const meetings = [{ ...heldMeeting(), leading: null }];

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('navigator', { languages: ['en'] });
});
afterEach(() => vi.unstubAllGlobals());

test('whoever facilitated before downloads their log still, and notes nothing in it any more', async () => {
  new TestGroupServer(aGroup({ you: { ...aGroup().you, has_log: true }, meetings }), () => ({}));
  render(GroupVisit, { link });
  (await screen.findByText('Download my log')).click();
  await waitFor(() =>
    expect(saves).toHaveBeenCalledWith(expect.any(Blob), 'Tuesday-group-Mia.csv'),
  );
  expect(screen.queryByLabelText('Your accreditation, as it stands on certificates')).toBeNull();
  expect(screen.queryByText('Supervision of it')).toBeNull();
});

test('a member who never facilitated is offered no log', async () => {
  new TestGroupServer(aGroup({ meetings }), () => ({}));
  render(GroupVisit, { link });
  await screen.findByText('Certificate of attendance');
  expect(screen.queryByText('My log')).toBeNull();
});
