import { render, screen, waitFor } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { heldMeeting, leadingGroup } from '../../lib/group/testing';
import { isRemembered, rememberGroup, rememberedGroups } from '../../lib/group/remembered';
import { type } from '../../lib/group/testing-hand';
import { TestGroupServer } from '../../lib/group/testing-server';
import { groupWords } from '../../lib/group/words';
import { navigation } from '../../lib/navigation.svelte';
import { newKey } from '../../lib/sealed/new-key';
import GroupVisit from './GroupVisit.svelte';

const link = { token: 'g.WyJHIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV', key: null };

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('navigator', { languages: ['en'] });
});
afterEach(() => vi.unstubAllGlobals());

const [coming] = leadingGroup().meetings;
const olga = {
  number: 9,
  name: 'Olga',
  role: 'observer' as const,
  agreed: true,
  may_say: true,
  first: false,
};
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

test('a guest of a meeting that has begun is withdrawn too, of one that was held not any more', async () => {
  const begun = { ...coming!, guests: [olga], starts_ms: leadingGroup().now_ms };
  const server = new TestGroupServer(leadingGroup({ meetings: [begun] }), () => ({}));
  server.links = [hers];
  render(GroupVisit, { link });
  (await screen.findByLabelText('More ways for Olga, and changes')).click();
  await screen.findByText('Withdraw the guest');
  server.changes({ meetings: [{ ...begun, held: heldMeeting().held }] });
  await waitFor(() => expect(screen.queryByText('Withdraw the guest')).toBeNull());
});

test('a facilitator’s own new link is shown once, and gone on with', async () => {
  const server = new TestGroupServer(leadingGroup(), () => ({}));
  const [mine] = leadingGroup().people;
  server.links = [{ person: 1, name: mine!.name, role: 'facilitator', link: 'https://x.org/#g.1' }];
  server.newLink = 'https://x.org/#g.bmV3.c2lnbmVkLWJ5LXRoaXMtc2VydmV';
  rememberGroup({ ...link, lock: null, name: 'Tuesday group' });
  history.replaceState({ group: link }, '', '/');
  render(GroupVisit, { link });
  (await screen.findByLabelText('More ways for Frida, and changes')).click();
  (await screen.findByText('Give a new link')).click();
  await screen.findByText(groupWords.links.ownTitle);
  screen.getAllByText('Give a new link').at(-1)!.click();
  await screen.findByText(groupWords.links.ownNew);
  expect(screen.getAllByText('Copy only the link').length).toBe(1);
  expect(isRemembered(link.token)).toBe(true);
  screen.getByText(groupWords.links.ownGoOn).click();
  const shown = { token: 'g.bmV3.c2lnbmVkLWJ5LXRoaXMtc2VydmV', key: null };
  expect((history.state as { group: unknown }).group).toEqual(shown);
  expect([isRemembered(link.token), isRemembered(shown.token)]).toEqual([false, true]);
});

test('that a new link of one’s own waits to be opened is said', async () => {
  const group = leadingGroup();
  const waits = leadingGroup({ you: { ...group.you, link_waits: true } });
  const server = new TestGroupServer(waits, () => ({}));
  server.links = [{ person: 1, name: 'Frida', role: 'facilitator', link: 'https://x.org/#g.1' }];
  render(GroupVisit, { link });
  (await screen.findByLabelText('More ways for Frida, and changes')).click();
  await screen.findByText(groupWords.links.ownWaits);
});

test('a text message has the invitation in it, with the link', async () => {
  new TestGroupServer(leadingGroup(), () => ({})).links = [hers];
  render(GroupVisit, { link });
  (await screen.findByLabelText('More ways for Olga, and changes')).click();
  const message = await screen.findByLabelText<HTMLAnchorElement>('Send Olga a text message');
  expect(message.href).toMatch(/^sms:\?body=[^&]+$/);
  const body = decodeURIComponent(message.href.slice('sms:?body='.length));
  expect(body).toContain('Olga,\n\nyou are invited to observe a meeting');
  expect(body, 'it leads to one meeting').toMatch(/with the date in it:\nhttps:\/\/x.org\/#g.9$/);
});

test('somebody who only observes is announced so', async () => {
  const server = new TestGroupServer(leadingGroup(), () => ({}));
  render(GroupVisit, { link });
  await type(await screen.findByLabelText('Name of the guest'), 'Olga');
  const observes = screen.getByLabelText<HTMLInputElement>('Only observes: hears, without a voice');
  observes.click();
  screen.getByText('Announce the guest').click();
  await waitFor(() =>
    expect(server.commands).toEqual([
      { type: 'invite_guest', meeting: 20, name: 'Olga', observes: true },
    ]),
  );
  await waitFor(() => expect(observes.checked, 'the next guest may speak').toBe(false));
});

test('a link that the server signs anew takes the place of one’s own, but not under what is typed', async () => {
  const { key, lock } = await newKey();
  const view = leadingGroup({ sealed: true, lock });
  const server = new TestGroupServer(view, () => ({}));
  const mine = { ...link, key };
  const anew = { token: 'g.WyJHIiwx.YW5ldwaWduZWQtYnktdGhpcy1zZXJ2X', key };
  rememberGroup({ ...mine, lock, name: 'Tuesday group' });
  navigation.showGroup(mine);
  const visit = render(GroupVisit, { link: mine });
  await screen.findByRole('heading', { name: 'Tuesday group' });
  const signedAnew = { ...view.you, link_anew: `https://x.org/#${anew.token}` };
  server.changes({ you: signedAnew, name: 'Wednesday group' });
  await screen.findByRole('heading', { name: 'Wednesday group' });
  expect(navigation.place).toEqual({ at: 'group', ...mine });
  visit.unmount();
  render(GroupVisit, { link: mine });
  await waitFor(() => expect(navigation.place).toEqual({ at: 'group', ...anew }));
  await waitFor(() =>
    expect(rememberedGroups()).toEqual([{ ...anew, lock, name: 'Tuesday group' }]),
  );
});

test('two servers that take each other’s links for old ones do not send anybody to and fro', async () => {
  const { you } = leadingGroup();
  const [one, other] = [
    'g.WyJHIiwx.b25laWduZWQtYnktdGhpcy1zZXJ2X',
    'g.WyJHIiwx.b3RoZXIaWduZWQtYnktdGhpcy1zZXJ2X',
  ];
  const server = new TestGroupServer(leadingGroup(), () => ({}));
  const opens = async (token: string, anew: string): Promise<void> => {
    server.changes({ you: { ...you, link_anew: `https://x.org/#${anew}` } });
    navigation.showGroup({ token, key: null });
    const visit = render(GroupVisit, { link: { token, key: null } });
    await screen.findByRole('heading', { name: 'Tuesday group' });
    await tick();
    visit.unmount();
  };
  await opens(one, other);
  expect(navigation.place).toMatchObject({ token: other });
  await opens(other, one);
  expect(navigation.place).toMatchObject({ token: other });
});

test('whoever has gone back before the group was read is left where they are', async () => {
  const { you } = leadingGroup();
  new TestGroupServer(
    leadingGroup({
      you: { ...you, link_anew: 'https://x.org/#g.WyJHIiwx.YW5ldwaWduZWQtYnktdGhpcy1zZXJ2X' },
    }),
    () => ({}),
  );
  navigation.showFront();
  render(GroupVisit, { link });
  await screen.findByRole('heading', { name: 'Tuesday group' });
  expect(navigation.place).toEqual({ at: 'front' });
});
