import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { announcer } from '../lib/announcer.svelte';
import { words } from '../lib/circle-words';
import { FakeMedia, type FakeDevice } from '../lib/microphone/testing';
import { inBrowser } from '../lib/storage';
import { anOffer, aSeat, aSign, aView, FakePeer, FakeSocket, sockets } from '../lib/testing';
import type { SeatView } from '../protocol';
import Visit from './Visit.svelte';

let allows = true;

/** As it has been by the time somebody has typed their name. */
beforeAll(() => import('./InCircle.svelte'));

beforeEach(() => {
  allows = true;
  sockets.length = FakePeer.made.length = 0;
  sessionStorage.clear();
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('RTCPeerConnection', FakePeer);
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(aSign())));
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(async function (
    this: HTMLMediaElement,
  ) {
    if (!allows) throw new DOMException('not without a gesture', 'NotAllowedError');
    this.dispatchEvent(new Event('playing'));
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Joins, and hears the voices of these seats. */
async function hears(...seats: number[]): Promise<HTMLAudioElement[]> {
  const { container } = render(Visit, { token: 'invitation', key: null });
  const name = await screen.findByLabelText<HTMLInputElement>(/Your name/);
  name.value = 'Mia';
  name.dispatchEvent(new Event('input', { bubbles: true }));
  container.querySelector('form')!.requestSubmit();
  await vi.waitFor(() => expect(sockets.length).toBe(1));
  const socket = sockets[0]!;
  socket.opens();
  socket.says(anOffer());
  socket.says({ ...aView(), seats: seats.map((seat) => aSeat(seat, { name: `Voice ${seat}` })) });
  await vi.waitFor(() => expect(FakePeer.made.length).toBe(1));
  const peer = FakePeer.made[0] as unknown as RTCPeerConnection;
  const receiver = {};
  for (const seat of seats) {
    peer.ontrack!({ transceiver: { mid: `${seat}` }, receiver } as unknown as RTCTrackEvent);
  }
  await tick();
  const voices = [...container.querySelectorAll<HTMLAudioElement>('audio[data-seat]')];
  for (const voice of voices) voice.dispatchEvent(new Event('loadedmetadata'));
  await tick();
  return voices;
}

const TOLD = 'You do not hear everybody';
const button = (): HTMLElement | null => screen.queryByRole('button', { name: /Let me hear/ });

test('each seat’s voice has an element that plays; nothing is said', async () => {
  const voices = await hears(1, 2);
  expect(voices.map(({ dataset }) => dataset.seat)).toEqual(['1', '2']);
  await vi.waitFor(() => expect(HTMLMediaElement.prototype.play).toHaveBeenCalledTimes(2));
  expect(button()).toBe(null);
});

test('D9: a volume goes with the person, and not over to the next one on their seat', async () => {
  const seatIs = async (is: Partial<SeatView>): Promise<void> => {
    sockets[0]!.says({ ...aView(), seats: [aSeat(4, is)] });
    await tick();
  };
  sessionStorage.setItem('volume of seat 4 in invitation', '0');
  const [voice] = await hears(4);
  expect(voice!.volume).toBe(0);
  await seatIs({ name: 'Mona', formerly: 'Mia' });
  expect(voice!.volume).toBe(1);
});

test('a refusal to play is said, and the button that helps takes it away', async () => {
  allows = false;
  await hears(1);
  await vi.waitFor(() => expect(button()).not.toBe(null));
  expect(screen.getByRole('region', { name: words.hearing.title }).textContent).toContain(TOLD);
  expect(announcer.assertive).toContain(TOLD); // also told in whatever dialog is before it
  allows = true;
  button()!.click();
  await vi.waitFor(() => expect(button()).toBe(null));
});

test('a voice is as loud as this tab was told before', async () => {
  sessionStorage.setItem('volume of seat 2 in invitation', '0.4');
  const [one, two] = await hears(1, 2);
  expect([one!.volume, two!.volume]).toEqual([1, 0.4]);
});

test('somebody makes everybody and one voice softer for themselves; nothing of it is sent', async () => {
  const [one, two] = await hears(1, 2);
  const sent = sockets[0]!.sent.length;
  screen.getByRole('button', { name: 'Sound' }).click();
  await tick();
  await slides('Everybody', 50);
  await slides('Voice 2', 20);
  expect([one!.volume, two!.volume]).toEqual([0.5, 0.1]);
  expect(screen.getByLabelText('Voice 2').getAttribute('aria-valuetext')).toBe('20%');
  expect(sockets[0]!.sent.length).toBe(sent);
});

async function slides(name: string, percent: number): Promise<void> {
  const slider = screen.getByLabelText<HTMLInputElement>(name);
  slider.value = `${percent}`;
  slider.dispatchEvent(new Event('input', { bubbles: true }));
  await tick();
}

describe('a headset that is pulled out', () => {
  const BUILT_IN: FakeDevice = { deviceId: 'built-in', groupId: 'laptop', label: 'Built-in' };
  const HEADSET: FakeDevice = { deviceId: 'headset', groupId: 'air', label: 'Headset' };
  let media: FakeMedia;

  beforeEach(() => {
    inBrowser.remove('microphone');
    media = new FakeMedia([BUILT_IN]);
    Object.defineProperty(navigator, 'mediaDevices', { value: media, configurable: true });
  });
  afterEach(() => void Reflect.deleteProperty(navigator, 'mediaDevices'));

  const settled = (): Promise<void> => new Promise((done) => setTimeout(done));
  const missed = (): HTMLElement | null => screen.queryByText(/Headset is unplugged/);

  test('is missed where the browser lists what plays, whatever the microphone is', async () => {
    const output = (deviceId: string, groupId: string, label = ''): MediaDeviceInfo =>
      ({ kind: 'audiooutput', deviceId, groupId, label }) as MediaDeviceInfo;
    const speakers = output('speakers', 'laptop');
    let listed = [output('default', 'jack'), output('phones', 'jack', 'Headset'), speakers];
    media.enumerateDevices = async () => listed;
    await hears(1);
    await settled();
    listed = [output('default', 'laptop'), speakers];
    media.plugs();
    await vi.waitFor(() => expect(missed()).toBeTruthy());
  });

  test('is missed also where the system had moved the microphone to it', async () => {
    await hears(1);
    await vi.waitFor(() => expect(media.live.length).toBe(1));
    media.live[0]!.device = HEADSET;
    media.plugs(BUILT_IN, HEADSET);
    await settled();
    media.plugs(BUILT_IN);
    await vi.waitFor(() => expect(missed()).toBeTruthy());
  });

  test('is missed as soon as its microphone ends, also where the browser lists nothing yet', async () => {
    media.devices = [HEADSET, BUILT_IN];
    await hears(1);
    await vi.waitFor(() => expect(media.live.length).toBe(1));
    await settled();
    media.enumerateDevices = () => new Promise(() => undefined); // as Firefox, whose window has not the focus
    media.live[0]!.ends();
    await vi.waitFor(() => expect(missed()).toBeTruthy());
    screen.getByRole('button', { name: words.hearing.playHere }).click();
    await vi.waitFor(() => expect(missed()).toBe(null));
  });
});
