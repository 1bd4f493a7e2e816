import { render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { GroupCommand, GroupView } from '../../protocol';
import { rememberGroup, rememberedGroups } from '../../lib/group/remembered';
import { aGroup, leadingGroup } from '../../lib/group/testing';
import { TestGroupServer } from '../../lib/group/testing-server';
import { groupWords as words } from '../../lib/group/words';
import { newKey } from '../../lib/sealed/new-key';
import GroupVisit from './GroupVisit.svelte';

const token = 'g.WyJHIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV';
const mine = `${location.origin}/#${token}`;
const writeText = vi.fn(async () => undefined);

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  vi.stubGlobal('navigator', { languages: ['en'], clipboard: { writeText } });
});
afterEach(() => vi.unstubAllGlobals());

/** The page of this group by this link, with one's own link unfolded. */
async function unfolds(
  view: GroupView,
  key: string | null = null,
  does = (command: GroupCommand): Partial<GroupView> =>
    command.type === 'renew_key' ? { lock: command.lock } : {},
): Promise<TestGroupServer> {
  const server = new TestGroupServer(view, does);
  server.links = [{ person: 4, name: 'Mia', role: 'member', link: 'https://x.org/#g.4' }];
  render(GroupVisit, { link: { token, key } });
  (await screen.findByText(words.myself.link)).click();
  await screen.findByText(words.myself.linkMeans);
  return server;
}

async function copied(): Promise<string> {
  writeText.mockClear();
  (await screen.findByText(words.myself.copyLink)).click();
  await waitFor(() => expect(writeText).toHaveBeenCalled());
  return String(writeText.mock.calls[0]);
}

test('one’s own link is copied, mailed and shown as a QR code once it is unfolded', async () => {
  await unfolds(aGroup());
  expect(await copied()).toBe(mine);
  await screen.findByRole('img', { name: words.myself.linkAsQr });
  const { href } = screen.getByText<HTMLAnchorElement>(words.links.mail);
  expect(decodeURIComponent(href)).toContain(mine);
});

test('whoever lets the group be remembered reads beside it how soon Safari forgets it', async () => {
  await unfolds(aGroup());
  expect(screen.getByText(/Safari forgets this after a week without a visit/)).toBeTruthy();
});

test.each([
  ['the same person', 4, 1],
  ['somebody else of the same group', 3, 2],
])(
  'a group that is remembered anew by the new link of %s is remembered so often',
  async (_, number, times) => {
    const { you } = aGroup();
    new TestGroupServer(aGroup(), () => ({}));
    const { unmount } = render(GroupVisit, { link: { token, key: null } });
    (await screen.findByLabelText(words.myself.remember)).click();
    unmount();
    new TestGroupServer(aGroup({ you: { ...you, number } }), () => ({}));
    const renewed = 'g.WyJHIiwz.c2lnbmVkLWJ5LXRoaXMtc2VydmV';
    render(GroupVisit, { link: { token: renewed, key: null } });
    (await screen.findByLabelText(words.myself.remember)).click();
    expect(rememberedGroups()).toHaveLength(times);
    expect(rememberedGroups().at(-1)).toMatchObject({ token: renewed });
  },
);

test('it is not drawn before', async () => {
  new TestGroupServer(aGroup(), () => ({}));
  render(GroupVisit, { link: { token, key: null } });
  await screen.findByText(words.myself.link);
  expect(document.body.innerHTML).not.toContain(token);
  expect(screen.queryByText(words.myself.copyLink)).toBeNull();
});

test('in a sealed group it has the key', async () => {
  const { key, lock } = await newKey();
  await unfolds(aGroup({ sealed: true, lock }), key);
  expect(await copied()).toBe(`${mine}~${key}`);
});

test('without the key of a sealed group it is not given away, and what is missing is said', async () => {
  const { lock } = await newKey();
  await unfolds(aGroup({ sealed: true, lock }));
  await waitFor(() => expect(screen.getAllByText(words.key.missing(false))).toHaveLength(2));
  expect(screen.queryByText(words.myself.copyLink)).toBeNull();
  expect(screen.queryByText(words.myself.rememberKey, { exact: false })).toBeNull();
});

test('once the group has another key, every link on the page has that one', async () => {
  const { key, lock } = await newKey();
  await unfolds(leadingGroup({ sealed: true, lock }), key);
  expect(await copied()).toBe(`${mine}~${key}`);
  screen.getByText(words.renewing.ask).click();
  (await screen.findByText(words.renewing.yes)).click();
  await screen.findByText(words.renewing.done);
  const renewed = (sessionStorage.getItem('group') ?? '').split('~')[1];
  expect(renewed).not.toBe(key);
  await waitFor(async () => expect(await copied()).toBe(`${mine}~${renewed}`));
  const mail = await screen.findByLabelText<HTMLAnchorElement>('Write Mia a mail');
  expect(mail.href).toContain(`g.4~${renewed}`);
});

test('where the server keeps the key that was to be replaced, it is said, and no link goes out with that', async () => {
  const { key, lock } = await newKey();
  rememberGroup({ token, key, lock, name: 'Tuesday group' });
  const server = await unfolds(leadingGroup({ sealed: true, lock }), key, () => ({}));
  await screen.findByText(words.myself.copyLink);
  screen.getByText(words.renewing.ask).click();
  (await screen.findByText(words.renewing.yes)).click();
  await screen.findByText(words.renewing.untaken);
  expect(screen.queryByText(words.renewing.done)).toBeNull();
  const none = (): void => {
    expect(screen.queryByText(words.myself.copyLink)).toBeNull();
    expect(screen.queryByLabelText('Write Mia a mail')).toBeNull();
  };
  none();
  server.changes({});
  await waitFor(() => expect(screen.getByText(words.links.keyless)).toBeTruthy());
  none();
});
