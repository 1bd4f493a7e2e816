import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeMedia, FakePermission, type FakeDevice } from '../lib/microphone/testing';
import { inBrowser } from '../lib/storage';
import { anOffer, aSeat, aSign, aView, FakePeer, FakeSocket, sockets } from '../lib/testing';
import type { View, You } from '../protocol';
import Visit from './Visit.svelte';

const HEADSET: FakeDevice = { deviceId: 'headset', groupId: 'usb', label: 'Headset' };
const BUILT_IN: FakeDevice = { deviceId: 'built-in', groupId: 'laptop', label: 'Built-in' };

let media: FakeMedia;

/** As it has been by the time somebody has typed their name. */
beforeAll(() => import('./InCircle.svelte'));

beforeEach(() => {
  vi.useFakeTimers();
  sockets.length = FakePeer.made.length = 0;
  sessionStorage.clear();
  inBrowser.remove('microphone');
  media = new FakeMedia([HEADSET, BUILT_IN]);
  const permissions = { query: async () => new FakePermission() };
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
    socket()?.says({ type: 'pong', sent_ms: 0, now_ms: 0 });
    await vi.advanceTimersByTimeAsync(Math.min(500, end - Date.now()));
  }
  await vi.advanceTimersByTimeAsync(0);
}

const asked = (): string[] =>
  socket().sent.flatMap((message) => (message.type === 'ask' ? [message.command.type] : []));
const control = (): HTMLElement => document.querySelector('.mine button')!;
const says = (): string => document.querySelector<HTMLElement>('[data-says]')!.dataset.says!;
const line = (): string => document.querySelector('.mine p')!.textContent;

/** The server shows this, and the page has drawn it. */
async function seen(you: Partial<You>, view: Partial<View> = {}): Promise<void> {
  const shown = aView();
  socket().says({ ...shown, ...view, you: { ...shown.you, ...you } });
  await passes(0);
}

const closed: Partial<You> = { voice: 'closed_by_person', can: ['open_microphone'] };
const heard: Partial<You> = { voice: 'heard', microphone_open: true, can: ['close_microphone'] };
const satBack: Partial<You> = { voice: 'closed_by_phase', sits_back: true, held_silent: true };

/** Mia has come to her seat; her microphone is closed. */
async function seated(opens = false): Promise<void> {
  render(Visit, { token: 'invitation' });
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
  FakePeer.made.at(-1)!.becomes('connected');
  await passes(0);
}

test('the microphone starts closed', async () => {
  await seated();
  expect(asked()).toEqual([]);
  expect(says()).toBe('closed');
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

const presses = (): Promise<boolean> =>
  fireEvent.keyDown(document.body, { key: ' ', code: 'Space' });
const letsGo = (): Promise<boolean> => fireEvent.keyUp(document.body, { key: ' ', code: 'Space' });

/** The server has done the first of what it was asked and has not answered, and shows this. */
let answered = 0;
async function does(you: Partial<You>): Promise<void> {
  const asks = socket().sent.flatMap((message) => (message.type === 'ask' ? [message] : []));
  const shown = aView();
  socket().says({ ...shown, you: { ...shown.you, ...you } });
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

test('"the circle hears you" waits for the first packets, and goes when no more leave', async () => {
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
  clearInterval(flow);
  await passes(2000);
  expect(says()).toBe('unsent');
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
  expect(line()).toContain('This is another one.');
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

  test.each<[string, Partial<You>, boolean]>([
    ['while somebody sits back', closed, true],
    ['in a phase that is not hers', { voice: 'closed_by_phase', can: [] }, false],
  ])('is not told %s', async (_, you, sits_back) => {
    await seated();
    await seen(you, {
      seats: [aSeat(4, { role: 'presenter', voice: 'closed_by_phase', sits_back })],
    });
    expect(await told(10)).toBe(0);
    expect(says()).toBe(you.voice === 'closed_by_phase' ? 'stays_closed' : 'closed');
  });
});
