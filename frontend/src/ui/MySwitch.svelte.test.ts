import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeMedia, FakePermission, type FakeDevice } from '../lib/microphone/testing';
import { inBrowser } from '../lib/storage';
import { aKept, anOffer, aSeat, aSign, aView, FakePeer, FakeSocket, sockets } from '../lib/testing';
import { CLOSE, type View, type You } from '../protocol';
import Visit from './Visit.svelte';

const HEADSET: FakeDevice = { deviceId: 'headset', groupId: 'usb', label: 'Headset' };
const BUILT_IN: FakeDevice = { deviceId: 'built-in', groupId: 'laptop', label: 'Built-in' };

let media: FakeMedia;
let permission: FakePermission;
/** When it was zero by the server's clock. */
let zeroMs = 0;

/** As it has been by the time somebody has typed their name. */
beforeAll(() => import('./InCircle.svelte'));

beforeEach(() => {
  vi.useFakeTimers();
  sockets.length = FakePeer.made.length = 0;
  sessionStorage.clear();
  inBrowser.remove('microphone');
  media = new FakeMedia([HEADSET, BUILT_IN]);
  permission = new FakePermission();
  const permissions = { query: async () => permission };
  Object.defineProperty(navigator, 'mediaDevices', { value: media, configurable: true });
  Object.defineProperty(navigator, 'permissions', { value: permissions, configurable: true });
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('RTCPeerConnection', FakePeer);
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(aSign())));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const socket = (): FakeSocket => sockets.at(-1)!;

/** Time goes by, and the server answers whatever it is asked. */
async function passes(ms: number): Promise<void> {
  for (const end = Date.now() + ms; Date.now() < end;) {
    socket()?.says({ type: 'pong', sent_ms: 0, now_ms: 0, late: [] });
    await vi.advanceTimersByTimeAsync(Math.min(500, end - Date.now()));
  }
  await vi.advanceTimersByTimeAsync(0);
}

/** The same for minutes: pings are answered, and nothing else happens. */
async function lasts(ms: number): Promise<void> {
  for (const end = performance.now() + ms; ;) {
    await vi.advanceTimersByTimeAsync(Math.min(2000, end - performance.now()));
    socket().says({
      type: 'pong',
      sent_ms: performance.now(),
      now_ms: performance.now() - zeroMs,
      late: [],
    });
    if (performance.now() >= end) return;
  }
}

const asked = (): string[] =>
  socket().sent.flatMap((message) => (message.type === 'ask' ? [message.command.type] : []));
const control = (): HTMLElement => document.querySelector('.mine button')!;
const says = (): string => document.querySelector<HTMLElement>('[data-says]')!.dataset.says!;
const line = (): string => document.querySelector('.mine p')!.textContent;

/** The server shows this, and the page has drawn it. */
async function seen(you: Partial<You>, view: Partial<View> = {}): Promise<void> {
  const shown = aView();
  socket().says({ ...shown, seats, ...view, you: { ...shown.you, ...you } });
  await passes(0);
}

/** Frida, who hears her, and Mia herself. */
const seats = [aSeat(1), aSeat(3)];
const closed: Partial<You> = { voice: 'closed_by_person', can: ['open_microphone'] };
const heard: Partial<You> = { voice: 'heard', microphone_open: true, can: ['close_microphone'] };
const satBack: Partial<You> = { voice: 'closed_by_phase', sits_back: true, held_silent: true };

/** Mia has come to her seat; her microphone is closed. */
async function seated(opens = false, sounds = true): Promise<void> {
  render(Visit, { token: 'invitation', key: null });
  await passes(0);
  const name = screen.getByLabelText<HTMLInputElement>(/Your name/);
  name.value = 'Mia';
  name.dispatchEvent(new Event('input', { bubbles: true }));
  if (opens) screen.getByRole('checkbox').click();
  document.querySelector('form')!.requestSubmit();
  await passes(600);
  socket().opens();
  socket().says(anOffer());
  await seen(closed);
  if (sounds) FakePeer.made.at(-1)!.becomes('connected');
  await passes(0);
}

test('the microphone starts closed', async () => {
  await seated();
  expect(asked()).toEqual([]);
  expect(says()).toBe('closed');
});

test('that another microphone could not be used just now is said while one is choosing', async () => {
  await seated();
  screen.getByRole('button', { name: 'Sound' }).click();
  await passes(0);
  const chooser = document.querySelector<HTMLSelectElement>('dialog .check select')!;
  media.busy.add('built-in');
  chooser.selectedIndex = 1;
  await fireEvent.change(chooser);
  await passes(0);
  expect(document.querySelector('dialog .check')!.textContent).toContain('the one before');
  screen.getByRole('button', { name: 'Close' }).click();
  await passes(0);
  expect(line()).not.toContain('the one before');
});

test('to join with an open microphone is offered only where there can be one', async () => {
  render(Visit, { token: 'invitation', key: null });
  await passes(0);
  const offered = (): boolean => screen.queryByLabelText('Join with my microphone open') !== null;
  expect(offered()).toBe(true);
  permission.becomes('denied');
  await passes(0);
  expect(offered()).toBe(false);
  permission.becomes('granted');
  await passes(0);
  expect(offered()).toBe(true);
});

test('a language that is chosen leaves the tick to come in with an open microphone: once, and for that link alone', async () => {
  vi.stubGlobal('location', { reload: vi.fn() });
  const lobby = async (token: string, meets: (tick: HTMLInputElement) => void): Promise<void> => {
    const { unmount } = render(Visit, { token, key: null });
    await passes(0);
    meets(screen.getByLabelText<HTMLInputElement>('Join with my microphone open'));
    await passes(0);
    unmount();
  };
  await lobby('mine', (tick) => {
    tick.click();
    const language = screen.getByRole('combobox', { name: 'Language' });
    void fireEvent.change(language, { target: { value: 'de' } });
  });
  await lobby('another', ({ checked }) => expect(checked).toBe(false));
  await lobby('mine', ({ checked }) => expect(checked).toBe(true));
  await lobby('mine', ({ checked }) => expect(checked).toBe(false));
  localStorage.clear();
});

test('one button through all states, which keeps the focus and is named by what it does and what is so', async () => {
  await seated();
  const button = control();
  button.focus();
  expect(button.textContent).toMatch(/^\s*Open my microphone\s*Your microphone is closed/);
  button.click();
  expect(asked()).toEqual(['open_microphone']);
  await seen(heard);
  expect(button.textContent).toContain('Your microphone is starting');
  await seen(satBack);
  expect(button.textContent.trim()).toBe('You are listening');
  media.denied = true;
  await seen(closed);
  expect(button.textContent).toMatch(/^\s*Try again\s*Your browser gives no microphone/);
  expect(control()).toBe(button);
  expect(document.activeElement).toBe(button);
});

test('what the button says is told when it changes, and not read a second time below it', async () => {
  await seated();
  expect(line()).toContain('Your microphone is closed. Open it');
  document.querySelector('.mine p [aria-hidden=true]')!.remove();
  expect(line().trim()).toBe('Open it when you wish to speak.');
});

test('C6: whoever is not heard by a microphone that is open can wish to speak, and who is heard need not', async () => {
  const wish = (): boolean => screen.queryByRole('button', { name: 'I wish to speak' }) !== null;
  const may: Partial<You> = { ...heard, can: ['close_microphone', 'wish_to_speak'] };
  await seated();
  await seen(may);
  expect([says(), wish()]).toEqual(['opening', false]);
  media.live[0]!.mutes(true);
  await passes(0);
  expect([says(), wish()]).toEqual(['switched_off', true]);
});

test('M1: while the browser asks for the microphone, nobody is shown as heard; the answer opens nothing', async () => {
  media.prompts = true;
  await seated();
  await seen(heard); // as the switch was left, before the page was loaded anew
  await passes(1100);
  expect([says(), asked()]).toEqual(['waiting', ['close_microphone']]);
  await seen(closed);
  media.requests.at(-1)!.settle();
  await passes(1100);
  expect(says()).toBe('closed');
  expect(asked()).not.toContain('open_microphone');
});

test.each([
  ['open', heard],
  ['closed', closed],
])('a microphone that is muted and had anew leaves the switch %s', async (look, you) => {
  await seated();
  await seen(you);
  media.live[0]!.mutes(true);
  screen.getByRole('button', { name: 'Sound' }).click();
  await passes(0);
  screen.getByRole('button', { name: 'Try again' }).click();
  await passes(600);
  expect(media.requests).toHaveLength(2);
  expect(asked()).toEqual([]);
  expect(media.live.map(({ enabled }) => enabled)).toEqual([look === 'open']);
});

const presses = (): Promise<boolean> =>
  fireEvent.keyDown(document.body, { key: ' ', code: 'Space' });
const letsGo = (): Promise<boolean> => fireEvent.keyUp(document.body, { key: ' ', code: 'Space' });

/** The server has done the first of what it was asked and has not answered, and shows this. */
let answered = 0;
async function does(you: Partial<You>): Promise<void> {
  const asks = socket().sent.flatMap((message) => (message.type === 'ask' ? [message] : []));
  const shown = aView();
  socket().says({ ...shown, seats, you: { ...shown.you, ...you } });
  socket().says({ type: 'done', id: asks[answered++]!.id });
  await passes(0);
}

test('a hold that follows a tap at once is heard until it is let go, however late the server answers the tap', async () => {
  answered = 0;
  await seated();
  await seen(heard);
  await presses();
  await letsGo();
  await presses();
  await passes(250);
  expect(asked()).toEqual(['close_microphone', 'open_microphone']);
  expect(says()).toBe('closed');
  await seen(heard);
  expect(says()).toBe('closed');
  await does(closed);
  await does(heard);
  expect(says()).toBe('opening');
  await letsGo();
  expect(asked().at(-1)).toBe('close_microphone');
  await does(closed);
  expect(says()).toBe('closed');
});

test('"the circle hears you" waits for the first packets, and goes with the last listener and when no more leave', async () => {
  await seated();
  await seen(heard);
  await passes(1000);
  expect(says()).toBe('opening');
  const { sender } = FakePeer.made.at(-1)!;
  expect(sender.track?.enabled).toBe(true);
  const flow = setInterval(() => sender.packetsSent++, 20);
  await passes(500);
  expect(says()).toBe('heard');
  await passes(5000);
  expect(says()).toBe('heard');
  await seen(heard, { seats: [aSeat(1, { sound: 'no_sound' }), aSeat(3)] });
  expect([says(), line()]).toEqual(['unheard', expect.stringContaining('Nobody here has sound')]);
  await seen(heard, { seats: [aSeat(1, { presence: 'left' }), aSeat(3)] });
  expect(says()).toBe('alone');
  clearInterval(flow);
  await passes(2000);
  expect(says()).toBe('unsent');
});

/** The line is lost for two seconds, and then there again. */
async function blinks(): Promise<void> {
  socket().dies(1006);
  await passes(2000);
  expect(says()).toBe('reconnecting');
  socket().opens();
}

test('S10: whose sound is kept over a lost line is heard all the while, and told nothing else when it is back', async () => {
  await seated();
  await seen(heard);
  const { sender } = FakePeer.made.at(-1)!;
  const flow = setInterval(() => sender.packetsSent++, 20);
  await passes(500);
  await blinks();
  socket().says(aKept());
  await seen(heard);
  expect(says()).toBe('heard');
  clearInterval(flow);
  await passes(2000);
  expect(says()).toBe('unsent');
});

test('whose sound is lost with the line is not said to be heard until the new one sends', async () => {
  await seated();
  await seen(heard);
  const flow = setInterval(() => FakePeer.made.at(-1)!.sender.packetsSent++, 20);
  await passes(500);
  await blinks();
  clearInterval(flow);
  socket().says(anOffer('line-2'));
  await seen({ ...heard, voice: 'unconnected', sound: 'connecting' });
  expect(says()).toBe('joining');
  FakePeer.made.at(-1)!.becomes('connected');
  await seen(heard);
  expect(says()).toBe('opening');
});

test('after three tries of the sound in vain it is said what is probably in the way, and what to try', async () => {
  await seated();
  for (const tries of [0, 1, 2, 3]) {
    FakePeer.made.at(-1)!.becomes('failed');
    socket().says(anOffer(`line-${tries + 2}`));
    await passes(5000);
  }
  expect(says()).toBe('blocked');
  expect(line()).toMatch(/network or a VPN lets no sound through.*Try another network/);
  const check = screen.getByRole('link', { name: 'Check my line' });
  expect([check.getAttribute('href'), check.getAttribute('target')]).toEqual(['/check', '_blank']);
  FakePeer.made.at(-1)!.becomes('connected');
  await passes(0);
  expect(says()).toBe('closed');
});

test('a browser that can have no sound of a call is told so, and nothing is asked for in vain', async () => {
  vi.stubGlobal('RTCPeerConnection', undefined);
  await seated(false, false);
  expect(says()).toBe('impossible');
  expect(line()).toContain('another browser');
  await passes(20_000);
  expect(socket().sent.filter(({ type }) => type === 'renew_sound')).toEqual([]);
});

test('M1: where her browser turns out to have no sound, her device is given back and her switch closes', async () => {
  await seated();
  await seen(heard);
  vi.stubGlobal('RTCPeerConnection', undefined);
  socket().says(anOffer('line-2'));
  await passes(0);
  expect([says(), media.live, asked()]).toEqual(['impossible', [], ['close_microphone']]);
  screen.getByRole('button', { name: 'Sound' }).click();
  await passes(0);
  expect(screen.queryByRole('button', { name: 'Check my microphone' })).toBe(null);
  for (const code of [1006, CLOSE.MOVED, 1006]) {
    socket().dies(code);
    await passes(10_000);
    expect(media.live).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Check my microphone' })).toBe(null);
  }
  vi.stubGlobal('RTCPeerConnection', FakePeer);
  socket().says(anOffer('line-3'));
  await seen(closed);
  FakePeer.made.at(-1)!.becomes('connected');
  await passes(0);
  expect([says(), media.live.length]).toEqual(['closed', 1]);
});

test('just after a loss nothing is claimed of the line', async () => {
  await seated();
  const claim = screen.getByText('All connected');
  expect(claim.style.visibility).toBe('');
  socket().dies(1006);
  await vi.advanceTimersByTimeAsync(100);
  expect(claim.style.visibility).toBe('hidden');
  await vi.advanceTimersByTimeAsync(700);
  expect(claim.style.visibility).toBe('');
  expect(claim.textContent).toBe('Reconnecting');
});

test('a headset that is pulled out closes the switch, and nothing goes on through another microphone', async () => {
  await seated();
  await seen(heard);
  media.plugs(BUILT_IN);
  await passes(0);
  expect(asked()).toEqual(['close_microphone']);
  await seen(closed);
  expect(says()).toBe('ended');
  expect(media.live.filter(({ enabled }) => enabled)).toEqual([]);
  expect(FakePeer.made.at(-1)!.sender.track).toBe(null);
  control().click();
  await passes(0);
  expect(says()).toBe('closed');
  expect(line()).toContain('Another one is selected instead.');
  expect(asked()).toEqual(['close_microphone']);
});

test('what she chose in the lobby opens nothing any more once the microphone has failed', async () => {
  media.denied = true;
  await seated(true);
  expect(says()).toBe('denied');
  media.denied = false;
  control().click();
  await passes(0);
  expect(says()).toBe('closed');
  expect(asked()).toEqual([]);
});

test('the device is given back while she sits back, and had again when she returns', async () => {
  await seated();
  expect(media.live).toHaveLength(1);
  await seen(satBack);
  expect(media.live).toEqual([]);
  expect(control().getAttribute('aria-disabled')).toBe('true');
  control().click();
  expect(asked()).toEqual([]);
  await seen(closed);
  expect(media.live).toHaveLength(1);
  expect(says()).toBe('closed');
});

describe('before the return', () => {
  const DUE_MS = 600_000;

  /** Mia sits back, and the reflection has ten minutes more. */
  async function sitsBack(now: PermissionState): Promise<void> {
    permission.state = now;
    await seated();
    zeroMs = performance.now();
    await lasts(0);
    await reflects(DUE_MS);
  }

  async function reflects(ends_at_ms: number): Promise<void> {
    const plan = [
      { phase: 'reflection' as const, minutes: 20, can_skip_to: false },
      { phase: 'presenter_returns' as const, minutes: 7, can_skip_to: false },
    ];
    await seen(satBack, { plan, clock: { ...aView().clock, ends_at_ms, left_ms: null } });
  }

  const had = (): boolean[] => media.live.map(({ enabled }) => enabled);

  test('the device is had a minute before, sends nothing, and is said to', async () => {
    await sitsBack('granted');
    await lasts(539_000);
    expect(had()).toEqual([]);
    expect(line()).not.toContain('made ready');
    await lasts(2000);
    expect(had()).toEqual([false]);
    expect(FakePeer.made.at(-1)!.sender.track).toBe(null);
    expect(says()).toBe('sitting_back');
    expect(line()).toContain('made ready for it; nothing is sent');
    await seen(closed);
    expect(had()).toEqual([false]);
    expect(media.requests.length).toBe(2);
  });

  test('the minute is the server’s, also on a page that learns only later what time it is there', async () => {
    permission.state = 'granted';
    await seated();
    zeroMs = performance.now() - 300_000;
    await reflects(DUE_MS);
    await lasts(239_000);
    expect(had()).toEqual([]);
    await lasts(2000);
    expect(had()).toEqual([false]);
  });

  test('it is given back where the return is put off, or does not come', async () => {
    await sitsBack('granted');
    await lasts(541_000);
    await reflects(DUE_MS + 300_000);
    expect(had()).toEqual([]);
    await lasts(300_000);
    expect(had()).toEqual([false]);
    await lasts(360_000);
    expect(had()).toEqual([]);
    await seen(closed);
    expect(had()).toEqual([false]);
  });

  test('nobody is asked a question in the sit-back', async () => {
    await sitsBack('prompt');
    await lasts(700_000);
    expect(media.requests.length).toBe(1);
  });

  test('M8: a facilitator who calls her back earlier finds the device on its way, and a press that counts', async () => {
    await sitsBack('granted');
    await lasts(100_000);
    media.prompts = true; // the device takes its time
    await seen(closed);
    expect(media.requests.length).toBe(2);
    expect(says()).toBe('opening');
    expect(line()).toContain('Nobody hears you yet.');
    control().click();
    expect(asked().at(-1)).toBe('open_microphone');
    await seen(heard);
    await passes(3000);
    expect([says(), control().textContent.trim().slice(0, 5)]).toEqual(['opening', 'Close']);
    media.requests.at(-1)!.settle();
    await passes(1000);
    expect([says(), had()]).toEqual(['opening', [true]]);
    const { sender } = FakePeer.made.at(-1)!;
    const flow = setInterval(() => sender.packetsSent++, 20);
    await passes(1000);
    clearInterval(flow);
    expect(says()).toBe('heard');
  });

  test('what cannot be had before is asked for when it comes', async () => {
    await sitsBack('granted');
    for (const { deviceId } of media.devices) media.busy.add(deviceId);
    await lasts(560_000);
    expect([says(), had()]).toEqual(['sitting_back', []]);
    media.busy.clear();
    await seen(closed);
    expect([says(), had()]).toEqual(['closed', [false]]);
  });
});

describe('speaking with a closed microphone', () => {
  let volume = 0;
  const TOLD = 'You speak, but your microphone is closed.';

  beforeEach(() => {
    volume = 0;
    vi.stubGlobal(
      'AudioContext',
      class extends EventTarget {
        state = 'running';
        createMediaStreamSource = () => ({ connect: () => {}, disconnect: () => {} });
        createAnalyser = () => ({
          getFloatTimeDomainData: (all: Float32Array) => all.fill(volume),
        });
        resume = async () => {};
        close = async () => {};
      },
    );
  });

  /** For how many of the next seconds she is told, while she speaks. */
  async function told(seconds: number): Promise<number> {
    volume = 0.1;
    let shown = 0;
    for (let s = 0; s < seconds; s++) {
      await passes(1000);
      shown += line().includes(TOLD) ? 1 : 0;
    }
    return shown;
  }

  test('is told once, for a moment', async () => {
    await seated();
    expect(await told(20)).toBe(8);
    await seen(heard);
    await seen(closed);
    expect(await told(20)).toBe(0);
  });

  test('is not told while somebody else speaks, whom a microphone by a loudspeaker hears too', async () => {
    await seated();
    const peer = FakePeer.made.at(-1)! as unknown as RTCPeerConnection;
    const voice = { type: 'inbound-rtp', mid: '1', packetsReceived: 0, audioLevel: 0.5 };
    peer.getStats = async () => new Map([['1', { ...voice, packetsReceived: performance.now() }]]);
    peer.ontrack!({ transceiver: { mid: '1' }, receiver: {} } as unknown as RTCTrackEvent);
    await passes(1000);
    expect(await told(10)).toBe(0);
  });

  test.each<[string, Partial<You>, boolean]>([
    ['while somebody sits back', closed, true],
    ['in a phase that is not hers', { ...closed, voice: 'closed_by_phase' }, false],
  ])('is not told %s', async (_, you, sits_back) => {
    await seated();
    await seen(you, {
      seats: [aSeat(4, { role: 'presenter', voice: 'closed_by_phase', sits_back })],
    });
    expect(await told(10)).toBe(0);
    expect(says()).toBe(you.voice === 'closed_by_phase' ? 'stays_closed' : 'closed');
  });
});

describe('a weak line', () => {
  const weak = (): string | undefined => document.querySelector('.mine .weak')?.textContent.trim();

  test('is said beside the microphone, with what to try, until it is good again', async () => {
    await seated();
    expect(weak()).toBeUndefined();
    await seen({ ...heard, weak_line: 'heard' });
    expect(weak()).toMatch(/^Your line loses sound: others may miss words. Sit closer/);
    await seen({ ...heard, weak_line: null });
    expect(weak()).toBeUndefined();
  });

  test('leaves what sitting back means where it is', async () => {
    await seated();
    await seen({ ...satBack, weak_line: 'hears' });
    expect(line()).toContain('Nobody can hear you until you return.');
    expect(weak()).toMatch(/^Your line loses sound: you may miss words./);
  });

  test('is not spoken of while the line is lost', async () => {
    await seated();
    await seen({ ...closed, weak_line: 'both' });
    socket().dies(1006);
    FakePeer.made.at(-1)!.becomes('failed');
    await passes(6000);
    expect(weak()).toBeUndefined();
  });
});
