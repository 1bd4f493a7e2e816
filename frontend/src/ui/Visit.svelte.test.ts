import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { announcer } from '../lib/announcer.svelte';
import { handouts, keepHandout } from '../lib/handouts';
import { anOffer, aSign, aView, FakePeer, FakeSocket, sockets } from '../lib/testing';
import { Microphone } from '../lib/microphone.svelte';
import { CLOSE, type Waiting } from '../protocol';
import { words } from '../lib/strings';
import { door as atDoor } from '../words/en/circle/door';
import Visit from './Visit.svelte';

/** As it has been by the time somebody has typed their name. */
beforeAll(() => import('./InCircle.svelte'));

beforeEach(() => {
  sockets.length = FakePeer.made.length = 0;
  sessionStorage.clear();
  localStorage.clear();
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('RTCPeerConnection', FakePeer);
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(JSON.stringify(aSign()))),
  );
});

afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, 'locks');
});

async function joins(container: HTMLElement, submits = 1): Promise<void> {
  const name = await screen.findByLabelText<HTMLInputElement>(/Your name/);
  name.value = 'Mia';
  name.dispatchEvent(new Event('input', { bubbles: true }));
  const form = container.querySelector('form')!;
  for (let times = 0; times < submits; times++) form.requestSubmit();
}

async function seated(view = aView(), token = 'invitation'): Promise<FakeSocket> {
  const { container } = render(Visit, { token, key: null });
  await joins(container, 2);
  await vi.waitFor(() => expect(sockets.length).toBe(1));
  const socket = sockets[0]!;
  socket.opens();
  socket.says(anOffer());
  socket.says(view);
  await vi.waitFor(() => expect(container.querySelector('[data-phase]')).toBeTruthy());
  return socket;
}

test('from the lobby she comes to her seat, and the server’s last word ends it', async () => {
  const socket = await seated();
  expect(socket.sent[0]).toMatchObject({ type: 'enter', token: 'invitation', name: 'Mia' });
  expect(screen.getByRole('heading', { name: 'Tuesday' })).toBeTruthy();
  socket.dies(4007);
  await tick();
  expect(screen.getByRole('heading', { name: 'The meeting is over' })).toBeTruthy();
});

test('whoever joins without a name is told at the field, once, and where they are in it already aloud, until they type it', async () => {
  const say = vi.spyOn(announcer, 'say');
  const { container } = render(Visit, { token: 'invitation', key: null });
  const field = await screen.findByRole('textbox', { name: words.lobby.name });
  const form = container.querySelector('form')!;
  const told = () => say.mock.calls.filter(([text]) => text === words.lobby.nameMissing).length;
  form.requestSubmit();
  await tick();
  expect([document.activeElement, told()]).toEqual([field, 0]);
  expect(screen.getByRole('textbox', { name: words.lobby.name })).toBe(field);
  expect(document.getElementById(field.getAttribute('aria-describedby')!)!.textContent).toBe(
    words.lobby.nameMissing,
  );
  form.requestSubmit();
  expect(told()).toBe(1);
  await fireEvent.input(field, { target: { value: 'Mia' } });
  expect(field.getAttribute('aria-invalid')).toBe('false');
  expect(screen.queryByText(words.lobby.nameMissing)).toBeNull();
  say.mockRestore();
});

test.each([
  ['leaders', 'closed'],
  ['yourself', 'yourself'],
  ['nobody', 'nobody'],
  ['somebody that a later server knows', 'closed'],
] as const)(
  'D8: at the door where %s can be asked she reads what becomes of it',
  async (asks, said) => {
    const socket = await seated();
    const { title, number, role } = { title: 'Tuesday', number: 1, role: 'facilitator' } as const;
    const waiting = { type: 'waiting', version: 2, title, number, role, door_closed: true };
    socket.says({ ...waiting, asks } as Waiting);
    await tick();
    expect(document.querySelector('[data-waiting] .said')!.textContent).toBe(atDoor.waiting[said]);
  },
);

test('D4: whoever was sent to the door reads that they were, and nobody else does', async () => {
  const socket = await seated();
  const { title, number, role } = { title: 'Tuesday', number: 2, role: 'member' } as const;
  const waiting = { type: 'waiting', title, number, role, door_closed: true } as const;
  const said = (): string => document.querySelector('[data-waiting] .said')!.textContent;
  for (const sent of [true, false]) {
    socket.says({ ...waiting, version: sent ? 2 : 3, asks: 'leaders', sent });
    await tick();
    expect(said()).toBe(atDoor.waiting[sent ? 'sent' : 'closed']);
  }
});

describe('the links of a circle that was opened in this browser', () => {
  const linksOf = (title: string): Parameters<typeof keepHandout>[0] => ({
    title,
    expires_ms: Date.now() + 1e6 + title.length,
    sentence: '',
    names: {},
    invitations: [
      {
        seat: 1,
        role: 'facilitator',
        link: `https://c.example/#${title}.c2lnbmVkLWJ5LXRoaXMtc2VydmV~key`,
      },
    ],
  });
  const kept = (): string[] =>
    handouts()
      .map(({ title }) => title)
      .sort();

  beforeEach(() => ['Tuesday', 'Thursday'].forEach((title) => keepHandout(linksOf(title))));

  test.each([
    ['ENDED', ['Thursday']],
    ['GOODBYE', ['Thursday', 'Tuesday']],
    ['UNINVITED', ['Thursday', 'Tuesday']],
  ] as const)('W12: after %s these are still to be handed out', async (name, left) => {
    const socket = await seated(aView(), 'Tuesday.c2lnbmVkLWJ5LXRoaXMtc2VydmV');
    socket.dies(CLOSE[name]);
    await tick();
    expect(kept()).toEqual(left);
  });

  test('W12: those of the circle that somebody has entered here are kept anew', async () => {
    render(Visit, { token: 'Tuesday.c2lnbmVkLWJ5LXRoaXMtc2VydmV', key: null });
    await screen.findByLabelText(/Your name/);
    const visited = (): string[] =>
      handouts().flatMap(({ title, visited_ms }) => (visited_ms === undefined ? [] : [title]));
    expect(visited()).toEqual([]);
    cleanup();
    await seated(aView(), 'Tuesday.c2lnbmVkLWJ5LXRoaXMtc2VydmV');
    expect(visited()).toEqual(['Tuesday']);
  });

  test.each([
    [410, ['Thursday']],
    [409, ['Thursday', 'Tuesday']],
    [503, ['Thursday', 'Tuesday']],
  ])('W12: where the door answers %i these are', async (status, left) => {
    vi.mocked(fetch).mockResolvedValue(new Response('{}', { status }));
    render(Visit, { token: 'Tuesday.c2lnbmVkLWJ5LXRoaXMtc2VydmV', key: null });
    await vi.waitFor(() => expect(screen.queryByText('Looking for your circle')).toBe(null));
    expect(kept()).toEqual(left);
  });
});

test('who never reached the circle has left nothing: they are in the lobby again, with their name', async () => {
  const { container } = render(Visit, { token: 'invitation', key: null });
  await joins(container);
  await vi.waitFor(() => expect(sockets.length).toBe(1));
  sockets[0]!.dies(1006);
  (await screen.findByRole('button', { name: 'Leave' })).click();
  expect((await screen.findByLabelText<HTMLInputElement>(/Your name/)).value).toBe('Mia');
  expect(screen.queryByRole('heading', { name: words.closed.GOODBYE.title })).toBeNull();
  expect(sockets.length).toBe(1);
});

const pressComeBack = (): void => screen.getByRole('button', { name: /Come back/ }).click();
test.each([
  ['goes elsewhere with this page has left all the same', cleanup, false],
  ['comes back has not', pressComeBack, true],
])('who leaves while the line is away and %s', async (_, then, takenBack) => {
  (await seated()).dies(1006);
  screen.getByRole('button', { name: 'Leave' }).click();
  await screen.findByText(words.closed.GOODBYE.text);
  then();
  await tick();
  expect(sockets.map(({ closed }) => closed)).toEqual([true, takenBack]);
});

test('who has left while the line was away, and is at that seat again, has not', async () => {
  (await seated()).dies(1006);
  screen.getByRole('button', { name: 'Leave' }).click();
  cleanup();
  render(Visit, { token: 'another', key: null });
  expect(sockets[1]!.closed).toBe(false);
  render(Visit, { token: 'invitation', key: null });
  expect(sockets[1]!.closed).toBe(true);
});

test('a name that was typed is there again once the page has been loaded anew, and for no other invitation', async () => {
  const typed = (): string => screen.getByLabelText<HTMLInputElement>(/Your name/).value;
  const first = render(Visit, { token: 'invitation', key: null });
  const field = await screen.findByLabelText<HTMLInputElement>(/Your name/);
  field.value = 'Mia';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await tick();
  first.unmount();
  const again = render(Visit, { token: 'invitation', key: null });
  await screen.findByLabelText(/Your name/);
  expect(typed()).toBe('Mia');
  again.unmount();
  render(Visit, { token: 'another', key: null });
  await screen.findByLabelText(/Your name/);
  expect(typed()).toBe('');
});

test('a part that cannot be drawn says so, the others and the sound go on, and it can be drawn again', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {});
  const socket = await seated();
  socket.says({ ...aView(), plan: [null as never] });
  await tick();
  expect(screen.getByRole('alert').textContent).toContain('The sound goes on.');
  expect(error).toHaveBeenCalled();
  expect(screen.getByRole('list', { name: 'People in the circle' })).toBeTruthy();
  expect(FakePeer.made.map(({ signalingState }) => signalingState)).toEqual(['stable']);
  socket.says(aView());
  screen.getByRole('button', { name: 'Show it again' }).click();
  await tick();
  expect(screen.queryByRole('alert')).toBe(null);
  expect(screen.getByRole('button', { name: /The steps of the meeting/ })).toBeTruthy();
  error.mockRestore();
});

test('where hardly anything can be drawn, the sound goes on all the same', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {});
  const socket = await seated();
  socket.says({ ...aView(), clock: null as never, plan: [null as never] });
  await tick();
  expect(screen.getAllByRole('alert').length).toBeGreaterThan(1);
  expect(FakePeer.made.map(({ signalingState }) => signalingState)).toEqual(['stable']);
  socket.says(aView());
  for (const again of screen.getAllByRole('button', { name: 'Show it again' })) again.click();
  await tick();
  expect(screen.queryByRole('alert')).toBe(null);
  error.mockRestore();
});

test('as long as the circle is on its way, the button that was pressed says so', async () => {
  const { container } = render(Visit, { token: 'invitation', key: null });
  await joins(container);
  await tick();
  const button = screen.getByRole('button', { name: 'Join the circle' });
  expect(button.getAttribute('aria-busy')).toBe('true');
  await vi.waitFor(() => expect(button.isConnected).toBe(false));
});

test('joining twice in one breath is joining once', async () => {
  await seated();
  expect(sockets.length).toBe(1);
});

test('while nobody knows what they would agree to, nobody joins; once it is read, they can', async () => {
  vi.mocked(fetch).mockRejectedValueOnce(new TypeError('offline'));
  const { container } = render(Visit, { token: 'invitation', key: null });
  const button = await screen.findByRole('button', { name: 'Join the circle' });
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(container.textContent).toContain('cannot be read just now');
  expect(container.textContent).not.toContain('stays in the circle');
  await joins(container);
  expect(sockets.length).toBe(0);
  await vi.waitFor(() => expect(button.getAttribute('aria-disabled')).toBe('false'), 3000);
  expect(container.textContent).toContain('stays in the circle');
  await joins(container);
  await vi.waitFor(() => expect(sockets.length).toBe(1));
});

test('under a second name of the server nobody comes to a lobby, and the right name is told', async () => {
  const detail = 'Open it at https://circle.example/ instead.';
  vi.mocked(fetch).mockResolvedValue(new Response(JSON.stringify({ detail }), { status: 421 }));
  render(Visit, { token: 'invitation', key: null });
  await screen.findByText(detail);
  expect(screen.getByRole('heading', { name: 'You cannot come in yet' })).toBeTruthy();
  expect(screen.queryByLabelText(/Your name/)).toBe(null);
});

test('who goes elsewhere while the circle is on its way does not come into it', async () => {
  const asked: ((held: boolean) => void)[] = [];
  const request = (): Promise<boolean> => new Promise((resolve) => asked.push(resolve));
  Object.defineProperty(navigator, 'locks', { configurable: true, value: { request } });
  const { container, unmount } = render(Visit, { token: 'invitation', key: null });
  asked.shift()!(false);
  await joins(container);
  await vi.waitFor(() => expect(asked.length).toBe(1));
  unmount();
  asked.shift()!(false);
  await new Promise((over) => setTimeout(over));
  expect(sockets.length).toBe(0);
});

test.each([
  ['where another window has the seat', { held: true, role: 'member' }],
  ['to observe', { held: false, role: 'observer' }],
] as const)('who joins %s gives back a microphone that they tried', async (_, { held, role }) => {
  const release = vi.spyOn(Microphone.prototype, 'release');
  const request = vi.fn(async () => false);
  Object.defineProperty(navigator, 'locks', { configurable: true, value: { request } });
  vi.mocked(fetch).mockResolvedValue(new Response(JSON.stringify({ ...aSign(), role })));
  const { container } = render(Visit, { token: 'invitation', key: null });
  await screen.findByLabelText(/Your name/);
  expect(release).not.toHaveBeenCalled();
  request.mockResolvedValue(held);
  await joins(container);
  await vi.waitFor(() => expect(release).toHaveBeenCalled(), 3000);
  release.mockRestore();
});

test('only in the lobby is a microphone to be heard soon: in the circle its person may listen', async () => {
  const watch = vi.spyOn(Microphone.prototype, 'watch');
  const patient = (): boolean => (watch.mock.contexts[0] as Microphone).patient;
  const socket = await seated();
  expect(patient()).toBe(true);
  socket.dies(CLOSE.GOODBYE);
  await tick();
  (await screen.findByRole('button', { name: words.comeBack })).click();
  await tick();
  expect(patient()).toBe(false);
  watch.mockRestore();
});

test('M8: whoever knocks keeps a microphone that they tried; whoever is sent to the door gives it back', async () => {
  const release = vi.spyOn(Microphone.prototype, 'release');
  const { container } = render(Visit, { token: 'invitation', key: null });
  await joins(container);
  await vi.waitFor(() => expect(sockets.length).toBe(1));
  const socket = sockets[0]!;
  socket.opens();
  const told = { type: 'waiting', title: 'Tuesday', number: 2, role: 'member' } as const;
  const comesToDoor = async (version: number): Promise<void> => {
    socket.says({ ...told, version, door_closed: false, asks: 'leaders', sent: version > 1 });
    await vi.waitFor(() => expect(container.querySelector('[data-waiting]')).toBeTruthy());
  };
  await comesToDoor(1);
  socket.says(anOffer());
  socket.says(aView());
  await vi.waitFor(() => expect(container.querySelector('[data-phase]')).toBeTruthy());
  expect(release).not.toHaveBeenCalled();
  await comesToDoor(3);
  expect(release).toHaveBeenCalled();
  release.mockRestore();
});

test('nobody is offered a microphone who observes, or has given theirs back', async () => {
  const { you, ...view } = aView();
  const socket = await seated({ ...view, you });
  screen.getByRole('button', { name: 'Sound' }).click();
  await tick();
  const offered = (): boolean => document.querySelector('dialog .check') !== null;
  expect(offered()).toBe(true);
  for (const not of [{ role: 'observer' }, { held_silent: true }] as const) {
    socket.says({ ...view, you: { ...you, ...not } });
    await tick();
    expect(offered()).toBe(false);
  }
});

/** Presses the button of this name so long from now; before now, the page has had its answer to wait for. */
function presses(name: RegExp, laterMs: number): void {
  const click = new MouseEvent('click', { bubbles: true });
  Object.defineProperty(click, 'timeStamp', { value: performance.now() + laterMs });
  vi.stubGlobal('event', click);
  screen.getByRole('button', { name }).dispatchEvent(click);
}

const askedBy = (socket: FakeSocket): string[] =>
  socket.sent.flatMap((said) => (said.type === 'ask' ? [said.command.type] : []));

test('a button that a new view has just changed asks nothing; what is her own alone is asked at once', async () => {
  const socket = await seated(aView(['wish_to_speak']));
  expect(screen.getByRole('button', { name: /wish to speak/ })).toBeTruthy();
  socket.says(aView(['take_back_wish', 'open_microphone']));
  await tick();
  presses(/Take my wish back/, 0);
  presses(/Open my microphone/, 0);
  expect(askedBy(socket)).toEqual(['open_microphone']);
  presses(/Take my wish back/, 10_000);
  expect(askedBy(socket)).toEqual(['open_microphone', 'take_back_wish']);
});

test('an impatient second press takes nothing back, however late the first is answered', async () => {
  const socket = await seated(aView(['wish_to_speak']));
  presses(/wish to speak/, -1000);
  socket.says(aView(['take_back_wish']));
  socket.says({ type: 'done', id: 1 });
  await tick();
  presses(/Take my wish back/, 300);
  expect(askedBy(socket)).toEqual(['wish_to_speak']);
  presses(/Take my wish back/, 10_000);
  expect(askedBy(socket)).toEqual(['wish_to_speak', 'take_back_wish']);
});
