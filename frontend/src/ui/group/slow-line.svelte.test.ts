import { render, screen, within } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import type { GroupView } from '../../protocol';
import { aGroup, aMeeting, heldMeeting, leadingGroup } from '../../lib/group/testing';
import { press } from '../../lib/group/testing-hand';
import { TestGroupServer } from '../../lib/group/testing-server';
import { groupWords as words } from '../../lib/group/words';
import GroupVisit from './GroupVisit.svelte';

/** What is asked while something else that was asked is not answered yet. */
const link = { token: 'g.WyJHIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV', key: null };

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('navigator', { languages: ['en'] });
});

/** A page of this group, from which on no answer comes. */
async function shown(view: GroupView): Promise<TestGroupServer> {
  const server = new TestGroupServer(view, () => ({}));
  server.links = [{ person: 4, name: 'Mia', role: 'member', link: 'https://x.org/#g.4' }];
  render(GroupVisit, { link });
  await screen.findByRole('heading', { name: words.myself.title });
  if (view.leading) (await screen.findByLabelText('More ways for Mia, and changes')).click();
  await screen.findAllByRole('button');
  server.line = new Promise(() => undefined);
  return server;
}

/** A press with a finger at this height. */
function tap(name: string, clientY: number, timeStamp: number): void {
  const click = new MouseEvent('click', { detail: 1, clientY, bubbles: true, cancelable: true });
  Object.defineProperty(click, 'timeStamp', { value: timeStamp });
  screen.getByRole('button', { name }).dispatchEvent(click);
}

/** The last question is answered so. */
async function agree(yes: string): Promise<void> {
  within(await screen.findByRole('dialog'))
    .getByRole('button', { name: yes })
    .click();
}

test('somebody is taken out while their role, and their new link, are not answered', async () => {
  const server = await shown(leadingGroup());
  press(words.links.makeFacilitator);
  press(words.links.renew);
  await agree(words.links.renewYes);
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBe(null));
  press(words.links.remove);
  await agree(words.links.removeYes);
  expect(server.commands.map(({ type }) => type)).toEqual([
    'change_role',
    'renew_link',
    'remove_person',
  ]);
});

test('an impatient second press does nothing that the answer to the first has moved under the finger', async () => {
  const you = { ...aGroup().you, accepted: false };
  const accepted = { ...you, accepted: true };
  const server = new TestGroupServer(aGroup({ you }), () => ({ you: accepted }));
  render(GroupVisit, { link });
  await screen.findByRole('button', { name: words.terms.accept });
  vi.spyOn(performance, 'now').mockReturnValue(5000); // when it is answered
  tap(words.terms.accept, 300, 1000);
  await vi.waitFor(() => expect(screen.queryByText(words.terms.accept)).toBe(null));
  const absent = screen.getAllByText(words.meeting.absent)[0]!.getAttribute('aria-label')!;
  tap(absent, 310, 5399);
  await Promise.resolve();
  expect(server.commands.map(({ type }) => type)).toEqual(['accept_frame']);
  tap(absent, 100, 5399);
  await vi.waitFor(() =>
    expect(server.commands.map(({ type }) => type)).toEqual(['accept_frame', 'say_coming']),
  );
  vi.mocked(performance.now).mockRestore();
});

test('a group is left while what it keeps of one is still on its way', async () => {
  const server = await shown(aGroup());
  press(words.myself.export);
  press(words.myself.leave);
  await agree(words.myself.leaveYes);
  expect(server.commands).toEqual([{ type: 'leave_group' }]);
});

test('one agrees to a guest while the answer to another is not there', async () => {
  const olga = { number: 8, name: 'Olga', role: 'member', agreed: false } as const;
  const guests = [olga, { ...olga, number: 9, name: 'Otto' }];
  const asked = guests.map((guest) => ({ ...guest, may_say: true, first: true }));
  const server = await shown(aGroup({ meetings: [aMeeting({ guests: asked })] }));
  press(words.guests.agree('Olga'));
  press(words.guests.agree('Otto'));
  expect(server.commands).toMatchObject([{ guest: 8 }, { guest: 9 }]);
});

test('mail is ended while another address is not answered', async () => {
  const { you } = leadingGroup();
  const server = await shown(leadingGroup({ you: { ...you, mail: 'frida@example.org' } }));
  press(words.mail.note);
  press(words.mail.erase);
  expect(server.commands).toMatchObject([{ address: 'frida@example.org' }, { address: '' }]);
});

test('whoever no longer has their turns noted is heard while the last one is not answered', async () => {
  const held = { ...heldMeeting(), leading: null };
  const terms = { ...aGroup().terms, fair_turn: true };
  const you = { ...aGroup().you, shares_turns: true, turns_noted: true };
  const server = await shown(aGroup({ terms, you, meetings: [held] }));
  press(words.turns.presented);
  screen.getByLabelText(words.turns.share).click();
  expect(server.commands.map(({ type }) => type)).toEqual(['note_presented', 'share_turns']);
});

test('one asks to erase a group again while the stop of it is not answered', async () => {
  const leading = leadingGroup().leading!;
  const erasure = { asked_by: 2, asked_ms: 0, due_ms: null };
  const server = await shown(leadingGroup({ leading: { ...leading, erasure } }));
  screen.getAllByRole('button', { name: words.erasing.stop })[0]!.click();
  screen.getAllByRole('button', { name: words.erasing.agree })[0]!.click();
  await agree(words.erasing.agree);
  expect(server.commands.map(({ type }) => type)).toEqual(['stop_erasure', 'ask_erasure']);
});

test('the quarter’s question is answered while the meeting’s answer is not there', async () => {
  const card = { open: true, answered: false, counts: null };
  const meeting = { ...heldMeeting({ card }), leading: null };
  const server = await shown(aGroup({ meetings: [meeting], quarterly: card }));
  screen.getByLabelText('It was hard for me').click();
  screen.getByLabelText(/^I am definitely burning out/).click();
  await Promise.resolve();
  for (const button of screen.getAllByRole('button', { name: words.cards.answer })) button.click();
  expect(server.commands.map(({ type }) => type)).toEqual(['answer_end_card', 'answer_quarterly']);
});

test('a press counts while the page reads by itself what a change of the group has brought', async () => {
  const server = new TestGroupServer(leadingGroup(), () => ({ name: 'Wednesday' }));
  render(GroupVisit, { link });
  const [absent] = await screen.findAllByText(words.meeting.absent);
  const name = absent!.getAttribute('aria-label')!;
  const now = vi.spyOn(performance, 'now').mockReturnValue(5000);
  /** From now on what is asked is answered once this is called. */
  const held = (): (() => void) => {
    let answers = (): void => {};
    server.line = new Promise<void>((resolve) => (answers = resolve));
    return answers;
  };
  const answersPress = held();
  tap(name, 300, 1000);
  server.links = [{ person: 4, name: 'Mia', role: 'member', link: 'https://x.org/#g.4' }];
  const answersPage = held();
  setTimeout(answersPress);
  await screen.findByRole('heading', { name: 'Wednesday' });
  await vi.waitFor(() => expect(absent!.getAttribute('aria-busy')).toBe('false'));
  now.mockReturnValue(9000);
  answersPage();
  await screen.findByLabelText('More ways for Mia, and changes');
  tap(name, 310, 9100);
  expect(server.commands.map(({ type }) => type)).toEqual(['say_coming', 'say_coming']);
  now.mockRestore();
});
