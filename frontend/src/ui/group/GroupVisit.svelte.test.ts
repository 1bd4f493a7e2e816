import { render, screen, waitFor } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { GroupCommand, GroupRefusal, GroupView } from '../../protocol';
import { announcer } from '../../lib/announcer.svelte';
import { aGroup, aMeeting, leadingGroup } from '../../lib/group/testing';
import { StandingGroup } from '../../lib/group/group.svelte';
import { rememberGroup, rememberedKey } from '../../lib/group/remembered';
import { circleKey } from '../../lib/group/seal';
import { groupWords } from '../../lib/group/words';
import { noteSentKey, wasKeySent } from '../../lib/invitation';
import { navigation } from '../../lib/navigation.svelte';
import { newKey } from '../../lib/sealed/new-key';
import GroupVisit from './GroupVisit.svelte';

const link = { token: 'g.WyJHIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV', key: null };
type Asked = { path: string; body: { token: string; seen?: number; command?: GroupCommand } };

let asked: Asked[];
let answers: (asked: Asked) => Response | Promise<Response>;

const json = (what: object, status = 200): Response =>
  new Response(JSON.stringify(what), { status });

beforeEach(() => {
  asked = [];
  localStorage.clear();
  vi.stubGlobal('navigator', { languages: ['en'] });
  vi.stubGlobal('fetch', async (path: string, { body }: { body: string }) => {
    const one = { path, body: JSON.parse(body) as Asked['body'] };
    asked.push(one);
    return answers(one);
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const commands = (): Asked['body'][] =>
  asked.filter(({ path }) => path === '/api/group/ask').map(({ body }) => body);

test('one press says that one cannot come, and another takes it back', async () => {
  let view = aGroup();
  answers = ({ body: { command } }) => {
    if (command?.type === 'say_coming')
      view = aGroup({
        version: view.version + 1,
        meetings: [aMeeting({ coming: command.coming })],
      });
    return json(view);
  };
  render(GroupVisit, { link });
  const absent = await screen.findByRole('button', { name: /^I cannot come on/ });
  absent.click();
  const back = await screen.findByRole('button', { name: /^I can come after all, on/ });
  expect(back, 'so that it keeps the focus').toBe(absent);
  expect(screen.getByText('You have said that you cannot come.')).toBeTruthy();
  back.click();
  await screen.findByRole('button', { name: /^I cannot come on/ });
  expect(commands()).toEqual([
    { token: link.token, seen: 7, command: { type: 'say_coming', meeting: 20, coming: false } },
    { token: link.token, seen: 8, command: { type: 'say_coming', meeting: 20, coming: true } },
  ]);
});

test.each([
  [403, 'This link opens no group'],
  [410, 'This group is not here any more'],
])('a link that is answered with %i says why it opens nothing', async (status, title) => {
  answers = () => json({ detail: 'no' }, status);
  render(GroupVisit, { link });
  await screen.findByRole('heading', { name: title });
});

test('whoever leaves a group is not asked whether this browser should forget it: it has', async () => {
  answers = ({ body: { command } }) => json(command ? { type: 'left' } : aGroup());
  rememberGroup({ ...link, lock: null, name: 'Tuesday group' });
  localStorage.setItem('own-cases', JSON.stringify({ uid: [1] }));
  render(GroupVisit, { link });
  (await screen.findByRole('button', { name: groupWords.myself.leave })).click();
  (await screen.findByRole('button', { name: groupWords.myself.leaveYes })).click();
  await screen.findByRole('heading', { name: groupWords.closed.left.title });
  expect(screen.queryByRole('button', { name: groupWords.myself.forget })).toBe(null);
  expect(localStorage.length).toBe(0);
});

const { opens, enter } = groupWords.meeting;
const notNow = { may_enter: false, waits: false, over: false };
const { waits, over, agreed } = groupWords.guest;
test.each([
  ['before its time', {}, [opens, agreed], [waits, over, enter]],
  ['while it can be entered', { may_enter: true }, [enter, agreed], [opens, waits, over]],
  ['while the one before goes on', { waits: true }, [waits, agreed], [opens, over, enter]],
  ['when it is over', { over: true }, [over], [opens, waits, agreed, enter]],
])('a guest’s link says of their meeting %s what holds then', async (_, now, said, unsaid) => {
  const { type: _type, now_ms, name, zone, terms } = aGroup();
  const mine = {
    your_name: 'Olga',
    role: 'observer',
    starts_ms: now_ms - 60_000,
    ...notNow,
    ...now,
  };
  const shown = { sealed: false, lock: null, minutes: 90, circle: 'uid/20' };
  answers = () => json({ type: 'guest', now_ms, name, zone, terms, ...mine, ...shown });
  render(GroupVisit, { link });
  for (const words of said) await screen.findByText(words);
  for (const words of unsaid) expect(screen.queryByText(words)).toBe(null);
});

test('a server that does not answer is told of, and what was read stays', async () => {
  answers = () => json(aGroup());
  render(GroupVisit, { link });
  await screen.findByRole('heading', { name: 'Tuesday group' });
  answers = () => {
    throw new TypeError('offline');
  };
  dispatchEvent(new Event('online'));
  await screen.findByText(/does not answer just now/);
  expect(screen.getByRole('heading', { name: 'Tuesday group' })).toBeTruthy();
  answers = () => json(aGroup());
  screen.getByRole('button', { name: 'Try now' }).click();
  await waitFor(() => expect(screen.queryByText(/does not answer just now/)).toBe(null));
});

test('a group that cannot be read is not told to be looked for, and is shown as soon as it can', async () => {
  answers = () => json({ detail: 'busy' }, 503);
  render(GroupVisit, { link });
  await screen.findByRole('heading', { name: 'Your group cannot be read just now' });
  expect(screen.queryByText('Looking for your group')).toBe(null);
  answers = () => json(aGroup());
  screen.getByRole('button', { name: 'Try now' }).click();
  await screen.findByRole('heading', { name: 'Tuesday group' });
});

test('whoever opens it under a second name is told the right one, and not that their link opens nothing', async () => {
  answers = () => json({ detail: 'Open it at https://circle.example/ instead.' }, 421);
  render(GroupVisit, { link });
  await screen.findByText('Open it at https://circle.example/ instead.');
  expect(screen.queryByText(groupWords.closed.not_invited.title)).toBe(null);
});

test('a group that could be shown no longer is shown again as soon as it can, unless one has left it', async () => {
  const group = new StandingGroup(link);
  answers = () => json({ detail: 'no' }, 403);
  await group.read();
  expect(group.closed).toBe('not_invited');
  answers = () => json(aGroup());
  await group.read();
  expect(group.closed).toBe(null);
  answers = () => json({ type: 'left' });
  await group.ask({ type: 'leave_group' });
  answers = () => json(aGroup());
  await group.read();
  expect(group.closed).toBe('left');
});

test('a group that could not be read is read again within seconds', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  answers = () => new Response('Bad gateway', { status: 502 });
  render(GroupVisit, { link });
  await vi.waitFor(() => screen.getByText('Nothing of it is lost. This page goes on trying.'));
  answers = () => json(aGroup());
  vi.advanceTimersByTime(10_000);
  await vi.waitFor(() => screen.getByRole('heading', { name: 'Tuesday group' }));
});

test('a group that cannot be read any more is shown as it was, which is said', async () => {
  answers = () => json(aGroup());
  render(GroupVisit, { link });
  await screen.findByRole('heading', { name: 'Tuesday group' });
  answers = () => json({ detail: 'The group cannot be read just now.' }, 503);
  dispatchEvent(new Event('online'));
  await screen.findByText(groupWords.unread);
  answers = () => json(aGroup());
  screen.getByRole('button', { name: groupWords.again }).click();
  await waitFor(() => expect(screen.queryByText(groupWords.unread)).toBe(null));
});

test('what is typed stays while the link is refused, which is told, and the group read again within seconds', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const shows = ({ path }: Asked): Response =>
    json(path === '/api/group/links' ? { name: '', links: [] } : leadingGroup());
  answers = shows;
  render(GroupVisit, { link });
  const [field] = await screen.findAllByLabelText<HTMLInputElement>('Name');
  field!.value = 'Ada';
  field!.dispatchEvent(new Event('input', { bubbles: true }));
  const refused = groupWords.closed.not_invited.title;
  answers = () => json({ detail: 'no' }, 403);
  field!.form!.requestSubmit();
  await waitFor(() => expect(screen.getAllByText(refused).length).toBe(2));
  dispatchEvent(new Event('online'));
  await tick();
  expect([field!.isConnected, field!.value]).toEqual([true, 'Ada']);
  screen.getByText(groupWords.closed.not_invited.text);
  screen.getByText(groupWords.goesOn);
  answers = shows;
  vi.advanceTimersByTime(10_000);
  await waitFor(() => expect(screen.getAllByText(refused).length).toBe(1));
  answers = () => json({ detail: 'no' }, 410);
  dispatchEvent(new Event('online'));
  await screen.findByRole('heading', { name: groupWords.closed.erased.title });
});

test('what was asked and not answered is looked for within seconds, as the page says', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  answers = () => json(aGroup());
  render(GroupVisit, { link });
  const absent = await screen.findByRole('button', { name: /^I cannot come on/ });
  answers = () => Promise.reject(new TypeError('offline'));
  absent.click();
  await vi.waitFor(() => screen.getByText(groupWords.unreachable));
  answers = () => json(aGroup({ version: 8, meetings: [aMeeting({ coming: false })] }));
  vi.advanceTimersByTime(10_000);
  await vi.waitFor(() => screen.getByText(groupWords.meeting.saidAbsent));
  expect(screen.queryByText(groupWords.unreachable)).toBe(null);
});

test('that somebody has asked to erase the group is told to facilitators under its name', async () => {
  const asked_by = leadingGroup().people[0]!.number;
  const leading = { ...leadingGroup().leading!, erasure: { asked_by, asked_ms: 0, due_ms: null } };
  answers = ({ path }) =>
    json(path === '/api/group/links' ? { name: '', links: [] } : leadingGroup({ leading }));
  render(GroupVisit, { link });
  const { parentElement } = await screen.findByRole('heading', { name: 'Tuesday group' });
  expect(parentElement!.textContent).toContain('has asked to erase this group');
});

test('members are told when their group will be erased, and to download their certificate before', async () => {
  answers = () => json(aGroup({ erased_ms: Date.parse('2027-02-10T12:00Z') }));
  render(GroupVisit, { link });
  const { parentElement } = await screen.findByRole('heading', { name: 'Tuesday group' });
  expect(parentElement!.textContent).toMatch(/will be erased on .*Feb/);
  expect(parentElement!.textContent).toContain(groupWords.attendance.takeFirst);
  screen.getByText(groupWords.myself.leave).click();
  expect((await screen.findByRole('dialog')).textContent).toContain(
    groupWords.attendance.takeFirst,
  );
});

test('what another facilitator has changed is shown before one’s own is sent, and nothing typed is lost', async () => {
  let version = 7;
  const stale: GroupRefusal = {
    detail: 'stale',
    reason: 'stale',
    edits: [
      { version: 6, at_ms: 0, by: 2, what: 'cancel_meeting', about: 'dates', number: 20 },
      { version: 7, at_ms: 0, by: 2, what: 'renew_link', about: 'people', number: 4 },
      { version: 8, at_ms: 0, by: 2, what: 'add_person', about: 'people', number: null },
    ],
  };
  answers = ({ path, body: { seen } }) => {
    if (path === '/api/group/links') return json({ name: 'Tuesday group', links: [] });
    if (path !== '/api/group/ask') return json(leadingGroup({ version }));
    if (seen === 7) version = 8;
    return seen === 7 ? json(stale, 409) : json(leadingGroup({ version: 9 }));
  };
  const { container } = render(GroupVisit, { link });
  const names = await screen.findAllByLabelText<HTMLInputElement>('Name');
  const field = names[0]!;
  const add = async (): Promise<void> => {
    field.value = 'Ada';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await tick();
    field.form!.requestSubmit();
  };
  await add();
  await screen.findByText('Finn added somebody.');
  screen.getByText('Finn gave somebody a new link. Mia');
  screen.getByText(/^Finn cancelled a date\. Tuesday,? (12 January|January 12)/);
  screen.getByRole('button', { name: 'Look at it first' }).click();
  await screen.findByText(/Nothing of yours was kept/);
  expect(field.value).toBe('Ada');
  expect(commands().length).toBe(1);
  field.form!.requestSubmit();
  await waitFor(() => expect(field.value).toBe(''));
  expect(commands().at(-1)).toMatchObject({
    seen: 8,
    command: { type: 'add_person', name: 'Ada' },
  });
  expect(container.querySelector('dialog')).toBe(null);
});

test('of two things that were asked at once neither is waited for without end', async () => {
  answers = ({ path }) =>
    path === '/api/group/ask'
      ? json({ detail: 'stale', reason: 'stale', edits: [] }, 409)
      : json(leadingGroup());
  const group = new StandingGroup(link);
  await group.read();
  const coming = (meeting: number) => group.ask({ type: 'say_coming', meeting, coming: false });
  const asks = [coming(20), coming(21)];
  expect(await asks[0]).toBe(groupWords.stale.left);
  await waitFor(() => expect(group.stale).not.toBe(null));
  group.stale!.answer(false);
  expect(await asks[1]).toBe(groupWords.stale.left);
});

test('sent all the same, it goes with the version that was looked at', async () => {
  let version = 7;
  answers = ({ path, body: { seen } }) => {
    if (path === '/api/group/links') return json({ name: 'Tuesday group', links: [] });
    if (path !== '/api/group/ask') return json(leadingGroup({ version }));
    if (seen !== 7) return json(leadingGroup({ version: 9 }));
    version = 8;
    return json({ detail: 'stale', reason: 'stale', edits: [] }, 409);
  };
  render(GroupVisit, { link });
  const [field] = await screen.findAllByLabelText<HTMLInputElement>('Name');
  field!.value = 'Ada';
  field!.dispatchEvent(new Event('input', { bubbles: true }));
  await tick();
  field!.form!.requestSubmit();
  (await screen.findByRole('button', { name: 'Send mine all the same' })).click();
  await waitFor(() => expect(commands().map(({ seen }) => seen)).toEqual([7, 8]));
});

test('a sealed group whose link has lost its key says so, and asks for no seat', async () => {
  answers = () =>
    json(
      aGroup({ sealed: true, lock: '0123456789abcdef', meetings: [aMeeting({ may_enter: true })] }),
    );
  render(GroupVisit, { link });
  const enter = await screen.findByRole('button', { name: 'Enter the meeting' });
  await screen.findByText(/your link has lost its key/);
  enter.click();
  await tick();
  expect(asked.map(({ path }) => path)).toEqual(['/api/group']);
});

test('a sealed meeting is opened with its own key, also by a page that shows the one before', async () => {
  const { key, lock } = await newKey();
  const [before, now] = [20, 21].map((number) =>
    aGroup({
      version: number,
      sealed: true,
      lock,
      meetings: [aMeeting({ number, circle: `uid/${number}`, may_enter: true })],
    }),
  );
  let view = before;
  answers = ({ path }) =>
    path === '/api/group/enter'
      ? json({ detail: 'Not now', reason: 'not_today', edits: [] }, 409)
      : json(view!);
  render(GroupVisit, { link: { ...link, key } });
  const enter = await screen.findByRole('button', { name: 'Enter the meeting' });
  await waitFor(() => expect(enter.getAttribute('aria-busy')).toBe('false'));
  view = now;
  enter.click();
  const entering = () => asked.filter(({ path }) => path === '/api/group/enter');
  await waitFor(() => expect(entering().length).toBe(1));
  const its = await circleKey(key, 'uid/21');
  expect(entering()[0]!.body).toEqual({ token: link.token, lock: its.lock, circle: 'uid/21' });
});

test.each([
  ['not entered with the old one', false],
  ['entered with that one where this browser remembers it', true],
])('a meeting whose group has another key by now is %s', async (_, remembers) => {
  const [before, now] = [await newKey(), await newKey()];
  const meetings = [aMeeting({ may_enter: true })];
  let view = leadingGroup({ sealed: true, lock: before.lock, meetings });
  answers = ({ path }) =>
    path === '/api/group/enter'
      ? json({ detail: 'Not now', reason: 'not_today', edits: [] }, 409)
      : json(path === '/api/group/links' ? { links: [] } : view);
  render(GroupVisit, { link: { ...link, key: before.key } });
  const enter = await screen.findByRole('button', { name: 'Enter the meeting' });
  await waitFor(() => expect(enter.getAttribute('aria-busy')).toBe('false'));
  view = { ...view, version: 8, lock: now.lock };
  if (remembers) rememberGroup({ ...link, key: now.key, name: view.name, lock: now.lock });
  const say = vi.spyOn(announcer, 'say');
  enter.click();
  const why = remembers ? 'Not now' : groupWords.key.other(true);
  await screen.findAllByText(why);
  await waitFor(() => expect(enter.getAttribute('aria-busy')).toBe('false'));
  const { lock } = await circleKey(now.key, 'uid/20');
  const entered = asked.filter(({ path }) => path === '/api/group/enter').map(({ body }) => body);
  expect(entered).toEqual(remembers ? [{ token: link.token, lock, circle: 'uid/20' }] : []);
  const answered = say.mock.calls.filter(([, about]) => about === 'answer');
  expect(answered.map(([text]) => text)).toEqual(remembers ? [] : [why]);
  say.mockRestore();
});

test.each([
  { sealed: false, lock: null },
  { sealed: true, lock: null },
  { sealed: false, lock: '0123456789abcdef' },
])('that a group is not sealed is believed by no link that has a key: %j', async (lie) => {
  const { key } = await newKey();
  answers = () => json(leadingGroup({ ...lie, meetings: [aMeeting({ may_enter: true })] }));
  render(GroupVisit, { link: { ...link, key } });
  await screen.findByRole('heading', { name: 'This circle should be sealed' });
  expect(screen.queryByRole('button', { name: 'Enter the meeting' })).toBe(null);
  expect(asked.map(({ path }) => path)).toEqual(['/api/group']);
});

test('that its key was sent to the server is said of a group for as long as it has that key', async () => {
  const { key, lock } = await newKey();
  const sent = groupWords.key.sent(true);
  const whole = { ...link, key };
  let view = leadingGroup({ sealed: true, lock, meetings: [aMeeting({ may_enter: true })] });
  answers = ({ path, body: { command } }) => {
    if (command?.type === 'renew_key')
      view = { ...view, lock: command.lock, version: view.version + 1 };
    if (path === '/api/group/links') return json({ links: [] });
    return json(path === '/api/group/enter' ? { token: 'c2VhdA.c2ln', name: 'Frida' } : view);
  };
  noteSentKey(whole);
  const { unmount } = render(GroupVisit, { link: whole });
  await screen.findByText(sent);
  screen.getByLabelText(groupWords.myself.remember).click();
  unmount();
  sessionStorage.clear();
  render(GroupVisit, { link: whole });
  await screen.findByText(sent);
  const showSeat = vi.spyOn(navigation, 'showSeat').mockReturnValue();
  screen.getByRole('button', { name: 'Enter the meeting' }).click();
  await waitFor(() => expect(showSeat).toHaveBeenCalled());
  showSeat.mockRestore();
  expect(wasKeySent(await circleKey(key, 'uid/20'))).toBe(true);
  screen.getByText(groupWords.renewing.ask).click();
  (await screen.findByText(groupWords.renewing.yes)).click();
  await screen.findAllByText(groupWords.renewing.done);
  await waitFor(() => expect(screen.queryByText(sent)).toBe(null));
});

test('where a server names no meeting for the key of its circle, nobody comes in unsealed', async () => {
  const { key, lock } = await newKey();
  const meetings = [aMeeting({ may_enter: true })];
  let view = aGroup({ sealed: true, lock, meetings });
  answers = ({ path }) =>
    json(path === '/api/group/enter' ? { token: 'c2VhdA.c2ln', name: 'Mia' } : view);
  const showSeat = vi.spyOn(navigation, 'showSeat').mockReturnValue();
  render(GroupVisit, { link: { ...link, key } });
  const enter = await screen.findByRole('button', { name: 'Enter the meeting' });
  await waitFor(() => expect(enter.getAttribute('aria-busy')).toBe('false'));
  view = aGroup({ version: 8, sealed: true, lock, meetings: [aMeeting()] });
  enter.click();
  await waitFor(() => expect(showSeat).toHaveBeenCalled());
  expect(showSeat.mock.lastCall![0]).toEqual({ token: 'c2VhdA.c2ln', key });
  showSeat.mockRestore();
});

test('a sealed meeting that is entered is shown as waited for from the press on', async () => {
  const { key, lock } = await newKey();
  const meetings = [aMeeting({ may_enter: true })];
  answers = () => json(aGroup({ sealed: true, lock, meetings }));
  render(GroupVisit, { link: { ...link, key } });
  const enter = await screen.findByRole('button', { name: 'Enter the meeting' });
  await waitFor(() => expect(enter.getAttribute('aria-busy')).toBe('false'));
  answers = () => new Promise(() => {});
  enter.click();
  await tick();
  expect(enter.getAttribute('aria-busy')).toBe('true');
});

test('of a file that does not come it is not said that it may be kept', async () => {
  answers = () => json(aGroup());
  render(GroupVisit, { link });
  await screen.findByRole('heading', { name: 'Tuesday group' });
  answers = () => Promise.reject(new TypeError('offline'));
  screen.getByRole('button', { name: groupWords.calendar.download }).click();
  await screen.findByText(groupWords.noAnswer);
});

/** A server that sends mail, and takes this code. */
function withMail(right: string): void {
  let view = aGroup({ you: { ...aGroup().you, mail: '' } });
  const shows = (you: Partial<GroupView['you']>): void => {
    view = aGroup({ version: view.version + 1, you: { ...view.you, ...you } });
  };
  answers = ({ body: { command } }) => {
    const { code } = view.you;
    if (command?.type === 'note_mail' && !command.address) shows({ mail: '', code: null });
    else if (command?.type === 'note_mail')
      shows({ code: { address: command.address, until_ms: view.now_ms + 1, tries_left: 2 } });
    if (command?.type === 'prove_mail' && code)
      shows(
        command.code === right
          ? { mail: code.address, code: null }
          : { code: { ...code, tries_left: code.tries_left - 1 } },
      );
    return json(view);
  };
}

async function fills(label: string, value: string): Promise<void> {
  const field = await screen.findByLabelText<HTMLInputElement>(label);
  field.value = value;
  field.dispatchEvent(new Event('input'));
  field.form!.requestSubmit();
}

test('of the last wrong code nobody hears that it was kept', async () => {
  const says = vi.spyOn(announcer, 'say');
  withMail('123456');
  render(GroupVisit, { link });
  await fills('Your address', 'mia@example.org');
  await fills('The code', '654321');
  await screen.findByText(groupWords.mail.wrongCode);
  says.mockClear();
  await fills('The code', '654321');
  await screen.findByText(groupWords.mail.codeOver);
  await tick();
  expect(says.mock.calls.map(([what]) => what)).not.toContain(groupWords.kept);
});

test('an address is kept when its code was typed, and erased', async () => {
  withMail('123456');
  render(GroupVisit, { link });
  await fills('Your address', 'mia@example.org');
  await fills('The code', '654321');
  await screen.findByText(groupWords.mail.wrongCode);
  expect(screen.queryByText(/^Mail goes to/)).toBe(null);
  await fills('The code', '123456');
  await screen.findByText('Mail goes to mia@example.org (English).');
  expect(screen.queryByLabelText('The code')).toBe(null);
  screen.getByRole('button', { name: 'Send me no more mail' }).click();
  await vi.waitFor(() => expect(screen.queryByText(/^Mail goes to/)).toBe(null));
  expect(screen.getByLabelText<HTMLInputElement>('Your address').value).toBe('');
  expect(commands().map(({ command }) => command)).toEqual([
    { type: 'note_mail', address: 'mia@example.org', language: 'en' },
    { type: 'prove_mail', code: '654321' },
    { type: 'prove_mail', code: '123456' },
    { type: 'note_mail', address: '', language: 'en' },
  ]);
});

test('where too many codes were wrong it is said, and none is asked for any more', async () => {
  withMail('123456');
  render(GroupVisit, { link });
  await fills('Your address', 'mia@example.org');
  await fills('The code', '1');
  await screen.findByText(groupWords.mail.wrongCode);
  await fills('The code', '2');
  await screen.findByText(groupWords.mail.codeOver);
  expect(screen.queryByLabelText('The code')).toBe(null);
  expect(screen.getByLabelText<HTMLInputElement>('Your address').value).toBe('mia@example.org');
});

test('no mail is spoken of where the server sends none', async () => {
  answers = () => json(aGroup());
  render(GroupVisit, { link });
  await screen.findByRole('heading', { name: 'Tuesday group' });
  expect(screen.queryByLabelText('Your address')).toBe(null);
});

/** A sealed group that Frida facilitates, on a server that answers a new key so. */
function sealedGroup(answer: () => Response | undefined): void {
  let view = leadingGroup({ sealed: true, lock: '0123456789abcdef' });
  answers = ({ path, body: { command } }) => {
    if (path === '/api/group/links')
      return json({
        links: [{ person: 4, name: 'Mia', role: 'member', link: 'https://circle.example/#mia' }],
      });
    if (command?.type !== 'renew_key') return json(view);
    view = leadingGroup({ ...view, version: view.version + 1, lock: command.lock });
    return answer() ?? json(view);
  };
}

/** What would be written to this person. */
const mailTo = (name: string): string =>
  screen.getByRole<HTMLAnchorElement>('link', { name: `Write ${name} a mail` }).href;

async function givesAnotherKey(): Promise<void> {
  (await screen.findByRole('button', { name: 'Give the group another key' })).click();
  (await screen.findByRole('button', { name: 'Give another key' })).click();
}

test('another key of a sealed group stands in one’s own link from then on', async () => {
  sealedGroup(() => undefined);
  render(GroupVisit, { link });
  await screen.findByText(groupWords.links.keyless);
  await givesAnotherKey();
  await screen.findByText(/^The group has another key/);
  await waitFor(() => expect(mailTo('Mia')).toMatch(/mia~[\w-]{20,}/));
  expect(sessionStorage.getItem('group')).toMatch(
    /^g\.WyJHIiwx\.c2lnbmVkLWJ5LXRoaXMtc2VydmV~[\w-]{20,}$/,
  );
});

test('links that were asked for before another key came are not given with it', async () => {
  const { key, lock } = await newKey();
  let view = leadingGroup({ sealed: true, lock });
  let token = 'before';
  const waiting: (() => void)[] = [];
  answers = ({ path, body: { command } }) => {
    if (path === '/api/group/links') {
      const links = [
        { person: 4, name: 'Mia', role: 'member', link: `https://c.example/#${token}` },
      ];
      return new Promise((resolve) => waiting.push(() => resolve(json({ links }))));
    }
    if (command?.type !== 'renew_key') return json(view);
    token = 'after';
    view = leadingGroup({ ...view, version: view.version + 1, lock: command.lock });
    return json(view);
  };
  render(GroupVisit, { link: { ...link, key } });
  await waitFor(() => expect(waiting).toHaveLength(1));
  await givesAnotherKey();
  await screen.findByText(/^The group has another key/);
  waiting[0]!();
  await waitFor(() => expect(waiting).toHaveLength(2));
  expect(screen.queryByRole('link', { name: 'Write Mia a mail' })).toBe(null);
  waiting[1]!();
  await waitFor(() => expect(mailTo('Mia')).toMatch(/after~[\w-]{20,}/));
});

test('no link of a sealed group is given without a key, as that of somebody who came after it was read', async () => {
  const { key, lock } = await newKey();
  const [mia, anna] = [
    { person: 4, name: 'Mia', role: 'member', link: 'https://c.example/#mia' },
    { person: 9, name: 'Anna', role: 'member', link: 'https://c.example/#anna' },
  ];
  answers = ({ path }) =>
    json(
      path === '/api/group/links' ? { links: [mia, anna] } : leadingGroup({ sealed: true, lock }),
    );
  render(GroupVisit, { link: { ...link, key } });
  await waitFor(() => expect(mailTo('Mia')).toContain(`mia~${key}`));
  expect(screen.queryByRole('link', { name: 'Write Anna a mail' })).toBe(null);
});

test('a new link of one’s own that waits to be gone on with has the new key, too', async () => {
  const { key, lock } = await newKey();
  let view = leadingGroup({ sealed: true, lock });
  answers = ({ body: { command } }) => {
    if (command?.type === 'renew_key')
      view = leadingGroup({ ...view, version: view.version + 1, lock: command.lock });
    if (command?.type !== 'renew_link') return json(view);
    return json({
      type: 'own_link',
      link: 'https://c.example/#g.bmV3.c2lnbmVkLWJ5LXRoaXMtc2VydmV',
      group: view,
    });
  };
  const group = new StandingGroup({ ...link, key });
  await group.read();
  await waitFor(() => expect(group.ownKey.problem).toBe(null));
  await group.ask({ type: 'renew_link', person: view.you.number });
  expect(group.newLink).toEqual({ token: 'g.bmV3.c2lnbmVkLWJ5LXRoaXMtc2VydmV', key });
  await group.renewKey();
  await waitFor(() => expect(group.ownKey.key).not.toBe(key));
  expect(group.newLink).toEqual({
    token: 'g.bmV3.c2lnbmVkLWJ5LXRoaXMtc2VydmV',
    key: group.ownKey.key,
  });
});

test('an address of the calendar is not shown once another key has ended it', async () => {
  const { key, lock } = await newKey();
  let view = leadingGroup({ sealed: true, lock });
  view = { ...view, you: { ...view.you, has_feed: true } };
  answers = ({ path, body: { command } }) => {
    if (path === '/api/group/links') return json({ links: [] });
    if (path === '/api/group/feed') return json({ url: 'https://c.example/calendar/of-mia.ics' });
    if (command?.type === 'renew_key') {
      const you = { ...view.you, has_feed: false };
      view = { ...view, version: view.version + 1, lock: command.lock, you };
    }
    return json(view);
  };
  render(GroupVisit, { link: { ...link, key } });
  (await screen.findByRole('button', { name: groupWords.calendar.show })).click();
  const address = await screen.findByText(/of-mia/);
  expect(address.closest('a')).toBe(null);
  await givesAnotherKey();
  await screen.findByRole('button', { name: groupWords.calendar.make });
  expect(screen.queryByText(/of-mia/)).toBe(null);
});

test('an address of the calendar is the newest, also once another page has made it', async () => {
  let [view, feed] = [leadingGroup(), 'first'];
  view = { ...view, you: { ...view.you, has_feed: true } };
  answers = ({ path }) => {
    if (path === '/api/group/links') return json({ links: [] });
    if (path === '/api/group/feed') return json({ url: `https://c.example/calendar/${feed}.ics` });
    return json(view);
  };
  render(GroupVisit, { link });
  (await screen.findByRole('button', { name: groupWords.calendar.show })).click();
  await screen.findByText(/first.ics/);
  [view, feed] = [{ ...view, version: view.version + 1 }, 'second'];
  dispatchEvent(new Event('online'));
  await screen.findByText(/second.ics/);
  expect(screen.queryByText(/first.ics/)).toBe(null);
});

test('an address of the calendar that is made anew while it is read is read once more', async () => {
  let [view, feed] = [leadingGroup(), 'first'];
  view = { ...view, you: { ...view.you, has_feed: true } };
  let [line, arrives] = [Promise.resolve(), (): void => {}];
  answers = async ({ path }) => {
    if (path === '/api/group/links') return json({ links: [] });
    if (path !== '/api/group/feed') return json(view);
    const answer = json({ url: `https://c.example/calendar/${feed}.ics` });
    await line;
    return answer;
  };
  const changes = async (name: string): Promise<void> => {
    view = { ...view, name, version: view.version + 1 };
    dispatchEvent(new Event('online'));
    await screen.findByRole('heading', { name });
  };
  render(GroupVisit, { link });
  (await screen.findByRole('button', { name: groupWords.calendar.show })).click();
  await screen.findByText(/first.ics/);
  line = new Promise<void>((resolve) => (arrives = resolve));
  await changes('Wednesday');
  feed = 'second';
  await changes('Thursday');
  arrives();
  await screen.findByText(/second.ics/);
});

test('a key that the group has taken is found again where its answer was lost', async () => {
  sealedGroup(() => {
    throw new TypeError('offline');
  });
  const { unmount } = render(GroupVisit, { link });
  await screen.findByText(groupWords.links.keyless);
  await givesAnotherKey();
  await screen.findByText(/^The server did not answer/);
  unmount();
  render(GroupVisit, { link });
  await waitFor(() => expect(mailTo('Mia')).toMatch(/mia~[\w-]{20,}/));
});

test('what reads keys and has not come is said to be that, and no key is called wrong; it is tried again', async () => {
  const { key, lock } = await newKey();
  answers = () => json(aGroup({ sealed: true, lock }));
  vi.doMock('../../lib/group/seal', () => {
    throw new TypeError('offline');
  });
  const group = new StandingGroup({ ...link, key });
  await group.read();
  await waitFor(() => expect(group.ownKey.says(false)).toBe(groupWords.part.unloaded));
  vi.doUnmock('../../lib/group/seal');
  await group.read();
  await waitFor(() => expect(group.ownKey.problem).toBe(null));
});

test('where what makes a key cannot be loaded, the group has none, and that is said', async () => {
  sealedGroup(() => json({}));
  vi.doMock('../../lib/sealed/new-key', () => {
    throw new TypeError('offline');
  });
  render(GroupVisit, { link });
  await screen.findByText(groupWords.links.keyless);
  await givesAnotherKey();
  await screen.findByText(groupWords.part.unloaded);
  expect(commands()).toEqual([]);
  vi.doUnmock('../../lib/sealed/new-key');
});

test('that a link has lost its key is said before the day', async () => {
  answers = () => json(aGroup({ sealed: true, lock: '0123456789abcdef' }));
  render(GroupVisit, { link });
  await screen.findByText(groupWords.key.missing(false));
});

test('a link without its key takes the one that this browser remembers, and a later whole link is remembered', async () => {
  const { key, lock } = await newKey();
  const links = [{ person: 4, name: 'Mia', role: 'member', link: 'https://circle.example/#mia' }];
  answers = ({ path }) =>
    json(path === '/api/group/links' ? { links } : leadingGroup({ sealed: true, lock }));
  rememberGroup({ token: link.token, key: null, name: 'Tuesday group', lock });
  const whole = render(GroupVisit, { link: { ...link, key } });
  await waitFor(() => expect(rememberedKey((group) => group.lock === lock)).toBe(key));
  whole.unmount();
  render(GroupVisit, { link });
  await screen.findByText(groupWords.meeting.opens);
  await waitFor(() => expect(mailTo('Mia')).toContain(`mia~${key}`));
});

test.each([
  ['link', 'other'],
  ['link without a key', 'missing'],
])(
  'a %s is not given the key of another group by the lock that a server shows',
  async (which, fault) => {
    const [mine, others] = [await newKey(), await newKey()];
    rememberGroup({
      token: 'g.b3RoZXI.c2lnbmVkLWJ5LXRoaXMtc2VydmV',
      key: others.key,
      name: 'Other group',
      lock: others.lock,
    });
    answers = () => json(aGroup({ sealed: true, lock: others.lock }));
    const key = which === 'link' ? mine.key : null;
    const group = new StandingGroup({ ...link, key });
    await group.read();
    await waitFor(() => expect(group.ownKey.fault).toBe(fault));
    expect(group.ownKey.key).toBe(key);
  },
);

test('a new link that mail has brought takes the key of the old one, of the same group', async () => {
  const { key, lock } = await newKey();
  const { name } = aGroup();
  rememberGroup({ token: 'g.b2xk.c2lnbmVkLWJ5LXRoaXMtc2VydmV', key, name, lock });
  answers = () => json(aGroup({ sealed: true, lock }));
  const group = new StandingGroup(link);
  await group.read();
  await waitFor(() => expect(group.ownKey.problem).toBe(null));
  expect(group.ownKey.key).toBe(key);
});

test('that a group is not sealed is not believed of a link whose key this browser remembers', async () => {
  const { key, lock } = await newKey();
  rememberGroup({ token: link.token, key, name: 'Tuesday group', lock });
  answers = () => json(aGroup({ meetings: [aMeeting({ may_enter: true })] }));
  render(GroupVisit, { link });
  await screen.findByRole('heading', { name: 'This circle should be sealed' });
});

test('a group whose language changes does not take what is typed: its page goes on as it is', async () => {
  const reload = vi.fn();
  vi.stubGlobal('navigator', { languages: ['sv'] });
  vi.stubGlobal('location', { ...location, reload });
  let view = aGroup({ language: 'en' });
  answers = () => json(view);
  render(GroupVisit, { link });
  await screen.findByRole('heading', { name: view.name });
  view = aGroup({ language: 'de', version: view.version + 1, name: 'Dienstag' });
  window.dispatchEvent(new Event('focus'));
  document.dispatchEvent(new Event('visibilitychange'));
  await screen.findByRole('heading', { name: 'Dienstag' });
  expect(reload).not.toHaveBeenCalled();
});

test('a facilitator says in which language the group writes', async () => {
  answers = ({ path }) =>
    json(path === '/api/group/links' ? { name: '', links: [] } : leadingGroup({ language: 'fr' }));
  render(GroupVisit, { link });
  const select = await screen.findByLabelText<HTMLSelectElement>(groupWords.setting.language);
  expect(select.value).toBe('fr');
  select.form!.requestSubmit();
  await waitFor(() =>
    expect(commands().at(-1)?.command).toEqual({ type: 'change_language', language: 'fr' }),
  );
});

test('of a date that was moved one is asked again, and says either', async () => {
  const asks = aGroup({ meetings: [aMeeting({ moved: true, say_again: true })] });
  answers = ({ body: { command } }) =>
    json(command ? aGroup({ version: 8, meetings: [aMeeting({ moved: true })] }) : asks);
  render(GroupVisit, { link });
  await screen.findByText(groupWords.meeting.sayAgain);
  screen.getByRole('button', { name: /^I cannot come on/ });
  screen.getByRole('button', { name: /^I can come after all, on/ }).click();
  await waitFor(() => expect(screen.queryByText(groupWords.meeting.sayAgain)).toBeNull());
  expect(commands()).toEqual([
    { token: link.token, seen: 7, command: { type: 'say_coming', meeting: 20, coming: true } },
  ]);
});

test('what a group has agreed on in its own words is in its language, and what the page says is not', async () => {
  const terms = aGroup().terms;
  const sentence = 'Was hier gesagt wird, bleibt hier.';
  const language = 'de';
  answers = () =>
    json(aGroup({ language, terms: { ...terms, circle: { ...terms.circle, sentence } } }));
  const { unmount } = render(GroupVisit, { link });
  expect((await screen.findByText(sentence)).lang).toBe('de');
  unmount();
  answers = () => json(aGroup({ language }));
  render(GroupVisit, { link });
  const own = await screen.findByText(groupWords.frame.confidence);
  expect(own.closest('main [lang]')).toBe(null);
});
