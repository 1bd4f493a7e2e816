import { render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { GroupRefusal, GroupView, Terms } from '../../protocol';
import { aGroup, aMeeting, leadingGroup } from '../../lib/group/testing';
import { choose, press, type } from '../../lib/group/testing-hand';
import { TestGroupServer } from '../../lib/group/testing-server';
import { nextMeeting } from '../../lib/group/meetings';
import { dayOf } from '../../lib/group/when';
import { groupWords as words } from '../../lib/group/words';
import GroupVisit from './GroupVisit.svelte';

/** What facilitators type in the forms of a group's page, while others change the same. */
const link = { token: 'g.WyJHIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV', key: null };
const stale = (what: string): GroupRefusal => ({
  detail: 'stale',
  reason: 'stale',
  edits: [{ version: 8, at_ms: 0, by: 2, what, about: '', number: null }],
});

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('navigator', { languages: ['en'] });
});
afterEach(() => vi.unstubAllGlobals());

test('whoever has begun to type is shown what others changed since, although the page has read it', async () => {
  const server = new TestGroupServer(leadingGroup(), (_, seen) =>
    seen === 7 ? stale('move_meeting') : {},
  );
  render(GroupVisit, { link });
  const minutes = (await screen.findAllByLabelText<HTMLInputElement>('Minutes'))[0]!;
  await type(minutes, '120');
  const moved = aMeeting({
    ...server.view.meetings[0],
    starts_ms: Date.parse('2027-01-13T17:00Z'),
  });
  server.changes({ meetings: [moved] });
  await screen.findByText(/^Wednesday/, { selector: '.large .day' });
  expect(minutes.value).toBe('120');
  press('Change the date');
  await screen.findByText('Finn changed a date.');
  press('Send mine all the same');
  await waitFor(() => expect(server.seen).toEqual([7, 8]));
  expect(server.commands[1]).toEqual({
    type: 'move_meeting',
    meeting: 20,
    on: null,
    at: null,
    minutes: 120,
  });
});

test('whoever sends theirs all the same takes back nothing that they have not touched', async () => {
  const server = new TestGroupServer(leadingGroup(), () => {
    if (server.commands.length > 1) return {};
    const terms = { ...server.view.terms, quorum: 6, end_card: true };
    server.view = { ...server.view, terms, version: 8 };
    return stale('change_frame');
  });
  render(GroupVisit, { link });
  await type(await screen.findByLabelText<HTMLInputElement>(words.setting.name), 'Wednesday');
  press(words.setting.keep);
  await screen.findByText(/^Finn changed what the group/);
  press(words.stale.again);
  await waitFor(() => expect(server.seen).toEqual([7, 8]));
  expect(server.commands[1]).toMatchObject({
    name: 'Wednesday',
    terms: { quorum: 6, end_card: true },
  });
});

test('a date of which another day is typed keeps the time that another facilitator has given it', async () => {
  const server = new TestGroupServer(leadingGroup(), () => {
    if (server.commands.length > 1) return {};
    const [next, ...others] = server.view.meetings;
    const later = { ...next!, starts_ms: next!.starts_ms + 3_600_000 };
    server.view = { ...server.view, meetings: [later, ...others], version: 8 };
    return stale('move_meeting');
  });
  render(GroupVisit, { link });
  const [on] = await screen.findAllByLabelText<HTMLInputElement>(words.lead.on);
  await type(on!, '2027-01-14');
  press(words.lead.move);
  await screen.findByText('Finn changed a date.');
  press(words.stale.again);
  await waitFor(() => expect(server.commands).toHaveLength(2));
  expect(server.commands).toMatchObject([
    { on: '2027-01-14', at: '18:00' },
    { on: '2027-01-14', at: '19:00' },
  ]);
});

test.each([0, 1, 2])('whoever changes a date reads who is not told of it: %i are', async (n) => {
  const { leading } = leadingGroup();
  new TestGroupServer(leadingGroup({ leading: { ...leading!, written_to: n } }), () => ({}));
  render(GroupVisit, { link });
  await screen.findByText(words.lead.cancel);
  expect(screen.queryByText(words.lead.writtenTo(n, 2)) !== null).toBe(n < 2);
});

test('a date whose time somebody types has the day that they see with it', async () => {
  const server = new TestGroupServer(leadingGroup(), () => ({}));
  render(GroupVisit, { link });
  const [at] = await screen.findAllByLabelText<HTMLInputElement>(words.lead.at);
  await type(at!, '19:00');
  press('Change the date');
  await waitFor(() => expect(server.commands).toMatchObject([{ on: '2027-01-12', at: '19:00' }]));
});

test('what was begun for one date is not done to the one that is next now', async () => {
  const [next] = leadingGroup().meetings;
  const after = { ...next!, number: 21, starts_ms: Date.parse('2027-01-26T17:00Z') };
  const server = new TestGroupServer(leadingGroup({ meetings: [next!, after] }), () => ({}));
  render(GroupVisit, { link });
  const [guest] = await screen.findAllByLabelText<HTMLInputElement>(words.lead.guestName);
  await type(guest!, 'Olga');
  screen.getAllByRole('button', { name: words.lead.cancel })[0]!.click();
  await screen.findByRole('button', { name: words.lead.cancelYes });
  server.changes({ meetings: [{ ...next!, cancelled: true }, after] });
  await screen.findByText(/26/, { selector: '.large .day' });
  expect(screen.queryByRole('button', { name: words.lead.cancelYes })).toBe(null);
  expect(screen.getByLabelText<HTMLInputElement>(words.lead.guestName).value).toBe('');
});

const DAY_MS = 86_400_000;

/** Of two dates, a week apart, a facilitator has opened the changes of this one, and types who comes as a guest. */
async function announcing(at: number) {
  const [next] = leadingGroup().meetings;
  const after = { ...next!, number: 21, starts_ms: next!.starts_ms + 7 * DAY_MS };
  const server = new TestGroupServer(leadingGroup({ meetings: [next!, after] }), () => ({}));
  render(GroupVisit, { link });
  const guest = (await screen.findAllByLabelText<HTMLInputElement>(words.lead.guestName))[at]!;
  const fold = guest.closest('details')!;
  fold.open = true;
  fold.dispatchEvent(new Event('toggle')); // this DOM has none of its own
  guest.focus();
  await type(guest, 'Olga');
  return { server, next: next!, after, guest, fold };
}

type Begun = Awaited<ReturnType<typeof announcing>>;
const sooner = ({ next, after }: Begun) => ({ ...after, starts_ms: next.starts_ms - DAY_MS });

test.each<[string, number, (begun: Begun) => Partial<GroupView>]>([
  ['another is moved before it', 0, (begun) => ({ meetings: [sooner(begun), begun.next] })],
  ['it is moved before another', 1, (begun) => ({ meetings: [sooner(begun), begun.next] })],
  [
    'it is the next one now',
    1,
    ({ next, after }) => ({
      meetings: [{ ...next, cancelled: true }, after],
    }),
  ],
  ['it begins', 0, ({ next }) => ({ now_ms: next.starts_ms })],
])('what is typed at a date stays where it is when %s', async (_, at, changes) => {
  const begun = await announcing(at);
  const { server, guest, fold } = begun;
  server.changes(changes(begun));
  const { meetings, now_ms } = server.view;
  const day = dayOf(nextMeeting(server.view)!.starts_ms, now_ms);
  await waitFor(() => expect(document.querySelector('.large .day')!.textContent).toBe(day));
  expect(meetings).toHaveLength(2);
  expect([guest.isConnected, guest.value, fold.open]).toEqual([true, 'Olga', true]);
  expect(document.activeElement).toBe(guest);
});

test.each([
  ['Add somebody', words.links.name, 'add_person', words.links.addButton],
  ['Announce the guest', words.lead.guestName, 'invite_guest', words.lead.announce],
])('what is typed while %s is not answered stays', async (_, label, asks, button) => {
  const server = new TestGroupServer(leadingGroup(), () => ({}));
  render(GroupVisit, { link });
  const [name] = await screen.findAllByLabelText<HTMLInputElement>(label);
  await type(name!, 'Olga');
  press(button);
  await type(name!, 'Paul');
  const asking = screen.getByRole('button', { name: button });
  expect(asking.getAttribute('aria-busy')).toBe('true');
  await waitFor(() => expect(asking.getAttribute('aria-busy')).toBe('false'));
  expect(server.commands).toMatchObject([{ type: asks, name: 'Olga' }]);
  expect(name!.value).toBe('Paul');
  press(button);
  await waitFor(() => expect(name!.value).toBe(''));
});

const asksBeforeLeaving = (): boolean =>
  !dispatchEvent(new Event('beforeunload', { cancelable: true }));

test('the page is not left without a question while something typed is not kept', async () => {
  let keeps = false;
  new TestGroupServer(leadingGroup(), () => (keeps ? {} : stale('move_meeting')));
  render(GroupVisit, { link });
  const [minutes] = await screen.findAllByLabelText<HTMLInputElement>('Minutes');
  expect(asksBeforeLeaving()).toBe(false);
  await type(minutes!, '120');
  expect(asksBeforeLeaving()).toBe(true);
  press('Change the date');
  expect(asksBeforeLeaving()).toBe(true);
  (await screen.findByRole('button', { name: words.stale.look })).click();
  const change = screen.getByRole('button', { name: 'Change the date' });
  await waitFor(() => expect(change.getAttribute('aria-busy')).toBe('false'));
  expect(asksBeforeLeaving()).toBe(true);
  keeps = true;
  change.click();
  await waitFor(() => expect(asksBeforeLeaving()).toBe(false));
});

test('whoever has typed nothing sends what they see, and is not asked', async () => {
  const server = new TestGroupServer(leadingGroup(), () => ({}));
  render(GroupVisit, { link });
  const name = await screen.findByLabelText<HTMLInputElement>('Name of the group');
  server.changes({ name: 'Wednesday group' });
  await waitFor(() => expect(name.value).toBe('Wednesday group'));
  await choose(screen.getByLabelText('How many must be able to come'), '6');
  press('Keep, and ask everybody');
  await waitFor(() => expect(server.seen).toEqual([8]));
  expect(server.commands[0]).toMatchObject({ name: 'Wednesday group', terms: { quorum: 6 } });
});

test('what was chosen elsewhere stands in forms of one field, too', async () => {
  const before = leadingGroup();
  const server = new TestGroupServer({ ...before, you: { ...before.you, mail: '' } }, () => ({}));
  render(GroupVisit, { link });
  const language = await screen.findByLabelText<HTMLSelectElement>(words.setting.language);
  const accreditation = screen.getByLabelText<HTMLInputElement>(words.log.accreditation);
  const address = screen.getByLabelText<HTMLInputElement>(words.mail.address);
  const you = { ...server.view.you, accreditation: 'DBG 7', mail: 'frida@example.org' };
  server.changes({ language: 'fr', you });
  await waitFor(() => expect(language.value).toBe('fr'));
  expect([accreditation.value, address.value]).toEqual(['DBG 7', 'frida@example.org']);
});

test('a group has a plan of its own, which its people read before they accept it', async () => {
  const server = new TestGroupServer(leadingGroup(), (command) =>
    command.type === 'change_frame' ? { terms: command.terms } : {},
  );
  render(GroupVisit, { link });
  const template = await screen.findByLabelText<HTMLSelectElement>('Meeting');
  expect(template.selectedOptions[0]!.text).toBe('One case, 90 minutes');
  screen.getByLabelText('A plan of our own').click();
  await waitFor(() =>
    expect(screen.getByLabelText<HTMLSelectElement>('Meeting').disabled).toBe(true),
  );
  await choose(await screen.findByLabelText('Minutes for Reflection'), '25 min');
  press('Keep, and ask everybody');
  await screen.findByText('76 minutes in all.', { exact: false, selector: 'main .beside ul p' });
  expect(server.commands[0]).toMatchObject({
    terms: {
      template: 'one_case_90',
      steps: expect.arrayContaining([{ phase: 'reflection', minutes: 25 }]),
    },
  });
});

/** Everything that can be changed of what a group agrees on, and how. */
const other: Terms = {
  circle: {
    sentence: 'Nothing leaves this room.',
    sit_back: 'soft',
    offers_seen_by_all: true,
    digits_for_all: true,
    knocking: true,
    fishbowl: true,
  },
  template: 'two_cases_90',
  steps: [{ phase: 'reflection', minutes: 25 }],
  closed: false,
  quorum: 6,
  kept_months: 12,
  organiser: 'Balint Society',
  fair_turn: true,
  end_card: true,
  quarterly_item: true,
};
const { terms: usual } = leadingGroup();
const { circle, ...rest } = other;
const changes = [
  ...Object.entries(circle).map(([of, to]) => ({ circle: { ...usual.circle, [of]: to } })),
  ...Object.entries(rest).map(([of, to]) => ({ [of]: to })),
];

test.each(changes)('whoever is asked again reads what has changed: %o', async (changed) => {
  const { you } = aGroup();
  const server = new TestGroupServer(aGroup({ you: { ...you, accepted: false } }), () => ({}));
  render(GroupVisit, { link });
  const asked = await screen.findByRole('region', { name: words.frame.title });
  const before = asked.textContent;
  server.changes({ terms: { ...usual, ...changed } });
  await waitFor(() => expect(asked.textContent).not.toBe(before));
});

test('new dates are as long as the plan, unless a facilitator says otherwise', async () => {
  const server = new TestGroupServer(leadingGroup({ meetings: [] }), () => ({}));
  render(GroupVisit, { link });
  const minutes = await screen.findAllByLabelText<HTMLInputElement>('Minutes');
  const form = minutes.find(({ form }) => form!.textContent.includes('First day'))!.form!;
  const field = minutes.find((each) => each.form === form)!;
  expect(field.value).toBe('90');
  await type(field, '105');
  await type(screen.getByLabelText('First day'), '2027-01-19');
  form.requestSubmit();
  await waitFor(() => expect(server.commands[0]).toMatchObject({ minutes: 105 }));
});

test('how long somebody wants new dates to be stays while another facilitator changes the plan', async () => {
  const server = new TestGroupServer(leadingGroup({ meetings: [] }), () => ({}));
  render(GroupVisit, { link });
  const form = (await screen.findByLabelText<HTMLInputElement>(words.plan.first)).form!;
  const minutes = within(form).getByLabelText<HTMLInputElement>('Minutes');
  await type(minutes, '75');
  server.changes({ terms: { ...server.view.terms, template: 'one_case_60' }, name: 'Another' });
  await screen.findByRole('heading', { name: 'Another' });
  expect(minutes.value).toBe('75');
});

test('before attendance is kept for a shorter time, which erases what is older, it is asked', async () => {
  const server = new TestGroupServer(leadingGroup(), () => ({}));
  render(GroupVisit, { link });
  const months = await screen.findByLabelText<HTMLSelectElement>(words.setting.kept);
  await choose(months, '12');
  press(words.setting.keep);
  const question = await screen.findByRole('dialog', { name: words.setting.fewer(12) });
  within(question).getByRole('button', { name: words.setting.fewerNo }).click();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null));
  expect(server.commands).toEqual([]);
  press(words.setting.keep);
  (await screen.findByRole('button', { name: words.setting.fewerYes })).click();
  await waitFor(() => expect(server.commands).toMatchObject([{ terms: { kept_months: 12 } }]));
});

test('to keep attendance longer erases nothing, and nothing is asked', async () => {
  const server = new TestGroupServer(leadingGroup(), () => ({}));
  render(GroupVisit, { link });
  await choose(await screen.findByLabelText<HTMLSelectElement>(words.setting.kept), '36');
  press(words.setting.keep);
  await waitFor(() => expect(server.commands).toMatchObject([{ terms: { kept_months: 36 } }]));
});
