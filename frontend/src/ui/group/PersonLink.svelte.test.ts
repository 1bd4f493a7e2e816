import { render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aMeeting, leadingGroup } from '../../lib/group/testing';
import { type } from '../../lib/group/testing-hand';
import { TestGroupServer } from '../../lib/group/testing-server';
import GroupVisit from './GroupVisit.svelte';

const link = { token: 'g.WyJHIiwx.c2ln', key: null };

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('navigator', { languages: ['en'] });
});
afterEach(() => vi.unstubAllGlobals());

const [coming] = leadingGroup().meetings;
const olga = { number: 9, name: 'Olga', role: 'observer' as const, agreed: true, first: false };
const hers = { person: 9, name: 'Olga', role: 'observer' as const, link: 'https://x.org/#g.9' };

test('a guest is withdrawn beside their link, after being asked', async () => {
  const withGuest = { ...coming!, guests: [olga] };
  const server = new TestGroupServer(leadingGroup({ meetings: [withGuest] }), () => ({
    meetings: [coming!],
  }));
  server.links = [hers];
  render(GroupVisit, { link });
  (await screen.findByLabelText('More ways for Olga, and changes')).click();
  (await screen.findByText('Withdraw the guest')).click();
  await screen.findByText('Withdraw Olga?');
  expect(server.commands).toEqual([]);
  server.links = [];
  screen.getAllByText('Withdraw the guest').at(-1)!.click();
  await waitFor(() => expect(screen.queryByText('Olga', { selector: 'bdi' })).toBeNull());
  expect(server.commands).toEqual([{ type: 'withdraw_guest', meeting: 20, guest: 9 }]);
});

test('of a meeting that has begun no guest is withdrawn', async () => {
  const begun = aMeeting({ ...coming!, guests: [olga], starts_ms: leadingGroup().now_ms });
  new TestGroupServer(leadingGroup({ meetings: [begun] }), () => ({})).links = [hers];
  render(GroupVisit, { link });
  (await screen.findByLabelText('More ways for Olga, and changes')).click();
  await screen.findByLabelText('Send Olga a text message');
  expect(screen.queryByText('Withdraw the guest')).toBeNull();
});

test('a text message has the invitation in it, with the link', async () => {
  new TestGroupServer(leadingGroup(), () => ({})).links = [hers];
  render(GroupVisit, { link });
  (await screen.findByLabelText('More ways for Olga, and changes')).click();
  const message = await screen.findByLabelText<HTMLAnchorElement>('Send Olga a text message');
  expect(message.href).toMatch(/^sms:\?body=[^&]+$/);
  const body = decodeURIComponent(message.href.slice('sms:?body='.length));
  expect(body).toContain('Olga,\n\nyou are invited to observe a meeting');
  expect(body).toContain('\nhttps://x.org/#g.9');
});

test('somebody who only observes is announced so', async () => {
  const server = new TestGroupServer(leadingGroup(), () => ({}));
  render(GroupVisit, { link });
  await type(await screen.findByLabelText('Name of the guest'), 'Olga');
  screen.getByLabelText('Only observes: hears, without a voice').click();
  screen.getByText('Announce the guest').click();
  await waitFor(() =>
    expect(server.commands).toEqual([
      { type: 'invite_guest', meeting: 20, name: 'Olga', observes: true },
    ]),
  );
});
