import { cleanup, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { aMeeting, leadingGroup } from '../../lib/group/testing';
import { press, type } from '../../lib/group/testing-hand';
import { TestGroupServer } from '../../lib/group/testing-server';
import { groupWords as words } from '../../lib/group/words';
import { stepsOf } from '../../lib/plan';
import { navigation } from '../../lib/navigation.svelte';
import GroupVisit from './GroupVisit.svelte';
import NewGroup from './NewGroup.svelte';

/** Whoever leaves a group's page, however they do it, while something typed in it is not kept. */
const link = { token: 'g.WyJHIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV', key: null };
const moved = (): void => navigation.moved();
const question = (): HTMLElement | null =>
  screen.queryByRole('dialog', { name: words.unkept.title });
const asksAtUnload = (): boolean => !dispatchEvent(new Event('beforeunload', { cancelable: true }));

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('navigator', { languages: ['en'] });
  addEventListener('popstate', moved);
  navigation.showFront();
});
afterEach(() => {
  removeEventListener('popstate', moved);
  navigation.showFront();
});

/** A facilitator's page of a group, in which the length of a date is typed. */
async function typing(view = leadingGroup()): Promise<HTMLInputElement> {
  new TestGroupServer(view, () => ({}));
  navigation.showGroup(link);
  render(GroupVisit, { link });
  const [minutes] = await screen.findAllByLabelText<HTMLInputElement>('Minutes');
  await type(minutes!, '120');
  return minutes!;
}

test('going back asks, and is gone on with only by whoever agrees', async () => {
  const minutes = await typing();
  for (const no of [words.unkept.no, words.unkept.no]) {
    history.back();
    (await screen.findByRole('button', { name: no })).click();
    await waitFor(() => expect(question()).toBe(null));
    expect(navigation.place).toMatchObject({ at: 'group', token: link.token });
    expect(location.hash).toBe('#group');
    expect([minutes.isConnected, minutes.value]).toEqual([true, '120']);
  }
  history.back();
  (await screen.findByRole('button', { name: words.unkept.yes })).click();
  await waitFor(() => expect(navigation.place.at).toBe('front'));
  expect(question()).toBe(null);
});

test('a page that has gone asks nobody', async () => {
  await typing();
  history.back();
  await screen.findByRole('button', { name: words.unkept.no });
  cleanup();
  render(NewGroup);
  expect(question()).toBe(null);
});

test('a link that is pasted over the page waits for the answer', async () => {
  await typing();
  history.pushState(null, '', '/#g.WyJIIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV');
  dispatchEvent(new PopStateEvent('popstate', { state: null }));
  const yes = await screen.findByRole('button', { name: words.unkept.yes });
  expect(navigation.place).toMatchObject({ token: link.token });
  yes.click();
  await waitFor(() =>
    expect(navigation.place).toMatchObject({ token: 'g.WyJIIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV' }),
  );
});

test('what was kept is left without a question', async () => {
  await typing();
  press('Change the date');
  await waitFor(() => expect(asksAtUnload()).toBe(false));
  history.back();
  await waitFor(() => expect(navigation.place.at).toBe('front'));
});

test.each(['mailto:mia@example.org', 'sms:?&body=Hello'])(
  'whoever opens %s leaves no page, and is not asked, as they are a moment later',
  async (href) => {
    await typing();
    const letter = document.body.appendChild(document.createElement('a'));
    letter.href = href;
    let asked: boolean | null = null;
    letter.addEventListener('click', (event) => {
      event.preventDefault();
      queueMicrotask(() => (asked = asksAtUnload())); // a browser says so while the click is done
    });
    letter.click();
    await waitFor(() => expect(asked).toBe(false));
    await waitFor(() => expect(asksAtUnload()).toBe(true));
  },
);

/** A server that answers with this once a hand lets it. */
function answeredLate(answer: object) {
  let answers = (): void => undefined;
  const line = new Promise<void>((release) => (answers = release));
  const asked = vi.fn(() => line.then(() => new Response(JSON.stringify(answer))));
  vi.stubGlobal('fetch', asked);
  return { asked, answers };
}

/** A page on which the meeting can be entered; what asks for that is answered by a hand. */
async function atTheDoor() {
  const [later] = leadingGroup().meetings;
  const today = aMeeting({ number: 19, may_enter: true });
  new TestGroupServer(leadingGroup({ meetings: [today, later!] }), () => ({}));
  navigation.showGroup(link);
  render(GroupVisit, { link });
  const [minutes] = await screen.findAllByLabelText<HTMLInputElement>('Minutes');
  const showSeat = vi.spyOn(navigation, 'showSeat').mockReturnValue();
  onTestFinished(() => showSeat.mockRestore());
  const { asked: enters, answers } = answeredLate({
    token: 'c2VhdA.c2ln',
    name: 'Frida',
    links: [],
  });
  return { minutes: minutes!, showSeat, enters, answers };
}

test('the meeting is entered once whoever is typing agrees', async () => {
  const { minutes, showSeat, enters, answers } = await atTheDoor();
  await type(minutes, '120');
  press(words.meeting.enter);
  (await screen.findByRole('button', { name: words.unkept.no })).click();
  await waitFor(() => expect(question()).toBe(null));
  expect(enters).not.toHaveBeenCalled();
  press(words.meeting.enter);
  (await screen.findByRole('button', { name: words.unkept.yes })).click();
  answers();
  await waitFor(() => expect(showSeat).toHaveBeenCalled());
});

test('whoever types while the meeting is not open to them yet is asked before they are brought in', async () => {
  const { minutes, showSeat, answers } = await atTheDoor();
  press(words.meeting.enter);
  await type(minutes, '120');
  answers();
  const yes = await screen.findByRole('button', { name: words.unkept.yes });
  expect(showSeat).not.toHaveBeenCalled();
  yes.click();
  await waitFor(() => expect(showSeat).toHaveBeenCalled());
});

test('whoever has gone elsewhere is not brought into the meeting by an answer that comes late', async () => {
  const { showSeat, answers } = await atTheDoor();
  press(words.meeting.enter);
  navigation.showFront();
  answers();
  await new Promise((later) => setTimeout(later));
  expect(showSeat).not.toHaveBeenCalled();
});

test('names for a group that is not opened yet are not lost by going back, or by a link', async () => {
  navigation.showNewGroup();
  render(NewGroup);
  const own = screen.getByLabelText<HTMLInputElement>(words.newGroup.own);
  expect(asksAtUnload()).toBe(false);
  await type(own, 'Frida');
  expect(asksAtUnload()).toBe(true);
  history.back();
  (await screen.findByRole('button', { name: words.unkept.no })).click();
  await waitFor(() => expect(question()).toBe(null));
  expect([navigation.place.at, own.value]).toEqual(['new_group', 'Frida']);
});

test('a group that is opened is gone to without a question', async () => {
  const answer = { links: [{ link: 'https://x.org/#g.WyJHIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV' }] };
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(answer))));
  const asked = vi.fn(asksAtUnload);
  const showGroup = vi.spyOn(navigation, 'showGroup').mockImplementation(() => void asked());
  render(NewGroup);
  await type(screen.getByLabelText<HTMLInputElement>(words.newGroup.name), 'Tuesday group');
  await type(screen.getByLabelText<HTMLInputElement>(words.newGroup.own), 'Frida');
  press(words.newGroup.open);
  await waitFor(() => expect(asked).toHaveReturnedWith(false));
  showGroup.mockRestore();
});

test('whoever has gone elsewhere is not brought to a group that is opened late', async () => {
  const { asked, answers } = answeredLate({
    links: [{ link: 'https://x.org/#g.WyJHIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV' }],
  });
  const showGroup = vi.spyOn(navigation, 'showGroup').mockReturnValue();
  onTestFinished(() => showGroup.mockRestore());
  navigation.showNewGroup();
  render(NewGroup);
  await type(screen.getByLabelText<HTMLInputElement>(words.newGroup.name), 'Tuesday group');
  await type(screen.getByLabelText<HTMLInputElement>(words.newGroup.own), 'Frida');
  press(words.newGroup.open);
  await waitFor(() => expect(asked).toHaveBeenCalled());
  navigation.showFront();
  answers();
  await new Promise((later) => setTimeout(later));
  expect(showGroup).not.toHaveBeenCalled();
});

test('a step that is moved is not lost without a question either', async () => {
  const { terms } = leadingGroup();
  const steps = stepsOf(terms.template);
  new TestGroupServer(leadingGroup({ terms: { ...terms, steps } }), () => ({}));
  render(GroupVisit, { link });
  const [, up] = await screen.findAllByRole('button', { name: /^Move .* up$/ });
  expect(asksAtUnload()).toBe(false);
  up!.click();
  expect(asksAtUnload()).toBe(true);
});
