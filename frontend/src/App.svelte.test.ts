import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { expect, test, vi } from 'vitest';
import App from './App.svelte';
import { rememberedGroups, rememberGroup } from './lib/group/remembered';
import { aGroup, leadingGroup } from './lib/group/testing';
import { type } from './lib/group/testing-hand';
import { TestGroupServer } from './lib/group/testing-server';
import { groupWords } from './lib/group/words';
import { keepHandout } from './lib/handouts';
import { navigation } from './lib/navigation.svelte';
import { newKey } from './lib/sealed/new-key';

test('the second click of a double click is none, and neither is a key that is held', async () => {
  vi.stubGlobal('fetch', () => new Promise(() => undefined)); // no server here
  navigation.showFront();
  render(App);
  const button = await screen.findByRole('button', { name: 'Open a group' });
  const click = (detail: number): boolean =>
    button.dispatchEvent(new MouseEvent('click', { detail, bubbles: true, cancelable: true }));
  const key = (name: string, repeat: boolean): boolean =>
    button.dispatchEvent(
      new KeyboardEvent('keydown', { key: name, repeat, bubbles: true, cancelable: true }),
    );
  expect([click(2), click(3), key('Enter', true), key(' ', true)]).toEqual(Array(4).fill(false));
  await tick();
  expect(button.isConnected).toBe(true);
  button.dataset.eachPress = '';
  expect([click(2), key('Enter', true)]).toEqual([true, false]);
  delete button.dataset.eachPress;
  expect([key('Enter', false), key('Tab', true), click(1)]).toEqual(Array(3).fill(true));
  await vi.waitFor(() => expect(button.isConnected).toBe(false));
});

/** Whether a press of this pointer counts. Safari says of a finger's click that it is a mouse's, or nothing at all. */
function presses(pointerType: string, timeStamp: number, clientX: number, detail = 1): boolean {
  const button = document.body.appendChild(document.createElement('button'));
  const down = new PointerEvent('pointerdown', { pointerType, bubbles: true });
  if (pointerType) button.dispatchEvent(down);
  const click = new MouseEvent('click', { detail, clientX, bubbles: true, cancelable: true });
  Object.defineProperty(click, 'timeStamp', { value: timeStamp });
  return button.dispatchEvent(click);
}

test('the second tap of a double tap is none, whatever has come under the finger meanwhile', () => {
  render(App);
  const tap = (timeStamp: number, clientX: number) => presses('touch', timeStamp, clientX);
  expect([tap(1000, 50), tap(1499, 60), tap(1998, 60)]).toEqual([true, false, false]);
  expect([tap(2498, 60), tap(2600, 150)]).toEqual([true, true]);
});

test('a key soon after a tap is a press of its own, and so is a mouse', () => {
  render(App);
  expect(presses('pen', 1000, 50)).toBe(true);
  expect(presses('', 1100, 50, 0)).toBe(true);
  expect([presses('mouse', 1200, 50), presses('mouse', 1300, 50)]).toEqual([true, true]);
});

test('the whole link of a group, pasted over the same without its key, opens the group with it', async () => {
  const { key, lock } = await newKey();
  const group = aGroup({ sealed: true, lock });
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(group)));
  const token = 'g.WyJHIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV';
  navigation.showGroup({ token, key: null });
  render(App);
  const missing = groupWords.key.missing(false);
  await screen.findByText(missing);
  location.hash = `#${token}~${key}`;
  navigation.changed();
  await vi.waitFor(() => expect(screen.queryByText(missing)).toBe(null));
  await screen.findByRole('heading', { name: group.name });
  await screen.findByRole('button', { name: /^I cannot come on/ });
  expect(screen.queryByText(missing)).toBe(null);
});

test('a link pasted over the same without its key takes the key from nothing that keeps it', async () => {
  const { key, lock } = await newKey();
  const group = aGroup({ sealed: true, lock });
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(group)));
  const token = 'g.WyJHIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV';
  navigation.showGroup({ token, key });
  render(App);
  await screen.findByRole('heading', { name: group.name });
  location.hash = `#${token}`;
  navigation.changed();
  await tick();
  expect(history.state).toMatchObject({ group: { token, key } });
  expect(sessionStorage.getItem('group')).toBe(`${token}~${key}`);
});

test.each([
  ['the whole link', null],
  ['the same link', 'its own'],
])('%s, pasted over a group’s page in which something is typed, asks nothing', async (_, has) => {
  const { key, lock } = await newKey();
  const token = 'g.WyJHIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV';
  new TestGroupServer(leadingGroup({ sealed: true, lock }), () => ({}));
  navigation.showGroup({ token, key: has && key });
  render(App);
  const [minutes] = await screen.findAllByLabelText<HTMLInputElement>('Minutes');
  await type(minutes!, '120');
  history.pushState(null, '', `/#${token}~${key}`);
  dispatchEvent(new PopStateEvent('popstate', { state: null }));
  await tick();
  expect(screen.queryByRole('dialog', { name: groupWords.unkept.title })).toBe(null);
  expect(navigation.place).toEqual({ at: 'group', token, key });
  expect([minutes!.isConnected, minutes!.value]).toEqual([true, '120']);
});

test.each([
  ['no key', null],
  ['an old key', 'ab'.repeat(13)],
])(
  'what is typed into a group stays while its page asks, where its address has %s',
  async (_, inAddress) => {
    const { key, lock } = await newKey();
    const token = 'g.WyJHIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV';
    const view = leadingGroup({ sealed: true, lock });
    new TestGroupServer(view, () => ({}));
    rememberGroup({ token, key, lock, name: 'Before' });
    navigation.showFront();
    navigation.showGroup({ token, key: inAddress });
    render(App);
    const [minutes] = await screen.findAllByLabelText<HTMLInputElement>('Minutes');
    await vi.waitFor(() => expect(rememberedGroups()).toMatchObject([{ name: view.name, key }]));
    await type(minutes!, '120');
    history.back();
    await screen.findByRole('dialog', { name: groupWords.unkept.title });
    expect([minutes!.isConnected, minutes!.value]).toEqual([true, '120']);
  },
);

test('of two circles whose links are handed out, each has its own names', async () => {
  const [later, sooner] = [2e6, 1e6].map((inMs, n) => ({
    title: 'Tuesday',
    expires_ms: Date.now() + inMs,
    sentence: '',
    names: { 2: ['Mia', 'Max'][n]! },
    invitations: [1, 2].map((seat) => ({
      seat,
      role: 'member' as const,
      link: `https://circle.example/#WyJ4Iiw${seat}XQ.c2ln`,
    })),
  }));
  for (const one of [later!, sooner!]) keepHandout(one);
  navigation.showLinks(later!.expires_ms);
  render(App);
  const name = () => screen.findByLabelText<HTMLInputElement>('For whom is seat 2?');
  expect((await name()).value).toBe('Mia');
  navigation.showLinks(sooner!.expires_ms);
  await tick();
  expect((await name()).value).toBe('Max');
  navigation.showFront();
  await screen.findByRole('button', { name: 'Open a group' });
});

/** A facilitator's page: two dates, somebody's row unfolded, and an address for mail. */
async function facilitating(): Promise<void> {
  const [next] = leadingGroup().meetings;
  const later = { ...next!, number: 21, starts_ms: next!.starts_ms + 7 * 86_400_000 };
  const you = { ...leadingGroup().you, mail: 'frida@example.org' };
  const server: TestGroupServer = new TestGroupServer(
    leadingGroup({ you, meetings: [next!, later] }),
    (command) => {
      const { people, meetings } = server.view;
      if (command.type === 'note_mail') return { you: { ...you, mail: '' } };
      if (command.type === 'remove_person') {
        server.links = [];
        return { people: people.filter(({ number }) => number !== command.person) };
      }
      return { meetings: meetings.map((each, at) => ({ ...each, cancelled: at === 1 })) };
    },
  );
  server.links = [{ person: 4, name: 'Mia', role: 'member', link: 'https://x.org/#g.4' }];
  navigation.showGroup({ token: 'g.WyJHIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV', key: null });
  render(App);
  (await screen.findByLabelText(groupWords.links.moreFor('Mia'))).click();
  await screen.findByText(groupWords.links.remove);
}

test.each([
  [groupWords.mail.erase, null, 'section', groupWords.mail.title],
  [groupWords.links.remove, groupWords.links.removeYes, 'section', groupWords.links.title],
  [groupWords.lead.cancel, groupWords.lead.cancelYes, 'li', groupWords.meeting.cancelled],
])('after “%s” a keyboard goes on where that was', async (asks, yes, stands, says) => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40);
  await facilitating();
  const button = screen.getAllByRole('button', { name: asks }).at(-1)!;
  button.focus();
  button.click();
  if (yes) (await screen.findByRole('button', { name: yes })).click();
  await vi.waitFor(() => expect(button.isConnected).toBe(false));
  await vi.waitFor(() => expect(document.activeElement!.localName).toBe(stands));
  expect(document.activeElement!.textContent).toContain(says);
  vi.restoreAllMocks();
});
