import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  CLOSE,
  type Ask,
  type Command,
  type OwnCommand,
  type View,
  type Waiting,
} from '../protocol';
import { Circle } from './circle.svelte';
import { Presses } from './presses';
import { aKept, anOffer, aView, FakePeer, FakeSocket, sockets } from './testing';
import { takeBackGoodbye } from './unsaid';
import { lineSign, waitingIn } from './visit';

const atDoor: Waiting = {
  type: 'waiting',
  version: 1,
  title: 'Tuesday',
  number: 3,
  role: 'member',
  door_closed: false,
  asks: 'leaders',
  sent: false,
};

const view = aView;

const kept = new Map<string, string>();
let circle: Circle;
const socket = (): FakeSocket => sockets.at(-1)!;
const peer = (): FakePeer => FakePeer.made.at(-1)!;
const lostBy = (): number | null => (circle.visit.at === 'away' ? circle.visit.code : null);
const closedBy = (): number | null => (circle.visit.at === 'closed' ? circle.visit.code : null);

async function seated(can: OwnCommand[] = []): Promise<void> {
  socket().opens();
  socket().says(anOffer());
  socket().says(view(can));
  await vi.advanceTimersByTimeAsync(0);
  peer().becomes('connected');
}

/** Time goes by, and the server answers whatever it is asked. */
async function passes(ms: number): Promise<void> {
  for (const end = Date.now() + ms; Date.now() < end;) {
    socket().says({ type: 'pong', sent_ms: 0, now_ms: 0, late: [] });
    await vi.advanceTimersByTimeAsync(Math.min(40, end - Date.now()));
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  sockets.length = FakePeer.made.length = 0;
  kept.clear();
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('RTCPeerConnection', FakePeer);
  vi.stubGlobal(
    'document',
    Object.assign(new EventTarget(), { visibilityState: 'visible', querySelectorAll: () => [] }),
  );
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('location', { protocol: 'https:', host: 'circle.example' });
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  circle = new Circle({ token: 'invitation', name: 'Mia' }, true);
});

afterEach(() => {
  circle.close();
  vi.useRealTimers();
});

test('she enters by invitation and name, and the page answers the offer', async () => {
  await seated();
  expect(socket().url).toBe('wss://circle.example/ws');
  expect(socket().sent[0]).toEqual({ type: 'enter', token: 'invitation', name: 'Mia' });
  expect(socket().sent).toContainEqual({ type: 'answer', sdp: 'answer', line: 'line-1' });
  expect(circle.sounds).toBe(true);
});

test('after a lost line she comes back to her seat, never by name, and her sound stands all the while', async () => {
  await seated();
  const sound = peer();
  socket().dies(1006);
  expect(circle.sounds).toBe(true);
  expect(lostBy()).toBe(1006);
  expect(circle.view?.you.number).toBe(3);
  await vi.advanceTimersByTimeAsync(300);
  socket().opens();
  expect(socket().sent[0]).toEqual({ type: 'enter', token: 'resume-3', line: 'line-1' });
  socket().says(aKept());
  socket().says(view());
  expect(FakePeer.made).toEqual([sound]);
  expect(sound.signalingState).toBe('stable');
  expect(lostBy()).toBe(null);
  expect(circle.sounds).toBe(true);
  await passes(10_000);
  expect(lineSign(circle.visit)).toBe('connected');
});

test('sound that was to be renewed after a while, and is heard again by then, is left as it is', async () => {
  await seated();
  peer().becomes('connected');
  peer().becomes('failed');
  socket().says(anOffer('line-2'));
  await vi.advanceTimersByTimeAsync(0);
  peer().received = 5;
  await passes(700);
  socket().dies(1006);
  await vi.advanceTimersByTimeAsync(300);
  socket().opens();
  socket().says({ ...aKept(), line: 'line-2' });
  peer().received = 6;
  await passes(5000);
  expect(renewals()).toEqual([]);
});

test('where the server has another offer, the sound is made anew', async () => {
  await seated();
  socket().dies(1006);
  await vi.advanceTimersByTimeAsync(300);
  await seated();
  expect(FakePeer.made.map((p) => p.signalingState)).toEqual(['closed', 'stable']);
  expect(circle.sounds).toBe(true);
});

test('a line that is away is said quietly after a moment, while the sound stands, and else as a loss', async () => {
  await seated();
  socket().dies(1006);
  expect(lineSign(circle.visit)).toBe('connected');
  await vi.advanceTimersByTimeAsync(700);
  expect(lineSign(circle.visit)).toBe('reconnecting');
  peer().becomes('failed');
  expect(lineSign(circle.visit)).toBe('back');
  socket().opens();
  expect(socket().sent[0]).toEqual({ type: 'enter', token: 'resume-3', line: 'line-1' });
  expect(socket().sent.some(({ type }) => type === 'renew_sound')).toBe(false);
});

test('after a move the sound is gone with the circle', async () => {
  await seated();
  socket().dies(CLOSE.MOVED);
  expect(circle.sounds).toBe(false);
  await vi.advanceTimersByTimeAsync(300);
  socket().opens();
  expect(socket().sent[0]).toEqual({ type: 'enter', token: 'resume-3', line: 'line-1' });
});

test('where only the way to the circle has failed, between two servers, its sound goes on', async () => {
  await seated();
  for (const line of ['line-1', 'line-1']) {
    socket().dies(CLOSE.CIRCLE_FAILED);
    expect(circle.sounds).toBe(true);
    await vi.advanceTimersByTimeAsync(600);
    socket().opens();
    expect(socket().sent[0]).toEqual({ type: 'enter', token: 'resume-3', line });
  }
  socket().says(aKept());
  socket().says(view());
  expect(lineSign(circle.visit)).toBe('connected');
  expect(peer().signalingState).toBe('stable');
});

const pings = (): unknown[] => socket().sent.filter(({ type }) => type === 'ping');

test('on another network the line is asked: one that answers stays', async () => {
  await seated();
  await passes(500);
  circle.networkChanged();
  expect(pings().length).toBe(2);
  await passes(10_000);
  expect(sockets.length).toBe(1);
  expect(circle.visit.at).toBe('seated');
});

test('on another network a line that does not answer is soon replaced, and the sound kept', async () => {
  await seated();
  await passes(500);
  circle.networkChanged();
  await vi.advanceTimersByTimeAsync(400);
  expect(lostBy()).toBe(1006);
  expect(circle.sounds).toBe(true);
  expect(sockets.length).toBe(2);
  expect(peer().signalingState).toBe('stable');
});

test('on another network sound by which nothing has come since is renewed as soon as the page is back', async () => {
  await seated();
  peer().becomes('connected');
  peer().received = 5;
  await vi.advanceTimersByTimeAsync(400);
  circle.networkChanged();
  await vi.advanceTimersByTimeAsync(500);
  socket().opens();
  expect(socket().sent).toEqual([{ type: 'enter', token: 'resume-3', line: 'line-1' }]);
  socket().says(aKept());
  expect(renewals()).toEqual([{ type: 'renew_sound', line: 'line-1' }]);
});

/** Nothing has come for so long that another connection is tried beside the one there is. */
async function doubts(): Promise<FakeSocket> {
  await seated();
  peer().received = 5;
  await passes(400);
  await vi.advanceTimersByTimeAsync(500);
  expect(sockets.length).toBe(1);
  await vi.advanceTimersByTimeAsync(120);
  expect(sockets.length).toBe(2);
  expect(circle.visit.at).toBe('seated');
  return sockets[0]!;
}

test('where nothing comes and the line is late another one is tried beside it: if that opens first, it is taken', async () => {
  const first = await doubts();
  expect(socket().sent).toEqual([]);
  socket().opens();
  expect(socket().sent).toEqual([{ type: 'enter', token: 'resume-3', line: 'line-1' }]);
  expect(first.closed).toBe(true);
  socket().says(anOffer('line-2'));
  socket().says(view());
  await vi.advanceTimersByTimeAsync(0);
  expect(FakePeer.made.map((p) => p.signalingState)).toEqual(['closed', 'stable']);
  expect(lineSign(circle.visit)).toBe('connected');
});

/** What Chromium makes in a frame that may not use the microphone. */
class Unbound extends FakePeer {}

/** Which connections have been made that are bound to no address. */
function unbound(): boolean[] {
  return FakePeer.made.map((made) => made instanceof Unbound);
}

function isChromium(): void {
  vi.stubGlobal('navigator', { userAgentData: { platform: 'Linux' } });
  const frame = { isConnected: true, contentWindow: { RTCPeerConnection: Unbound } };
  Object.assign(document, { createElement: () => frame });
}

test('where nothing came any more by either line the sound goes by whatever way the system has, once', async () => {
  isChromium();
  await doubts();
  socket().opens();
  socket().says(anOffer('line-2'));
  expect(unbound()).toEqual([false, true]);
  peer().becomes('failed');
  socket().says(anOffer('line-3'));
  expect(unbound()).toEqual([false, true, false]);
});

test('where the line was only late, the other one has never entered, and nothing has changed', async () => {
  const first = await doubts();
  first.says({ type: 'pong', sent_ms: 0, now_ms: 0, late: [] });
  expect(socket().closed).toBe(true);
  socket().opens();
  expect(socket().sent).toEqual([]);
  expect(circle.visit.at).toBe('seated');
  expect(first.closed).toBe(false);
  expect(FakePeer.made.length).toBe(1);
});

test('where nothing comes and the line answers, the sound alone is renewed, by the network there is', async () => {
  isChromium();
  await seated();
  peer().becomes('connected');
  peer().received = 5;
  await passes(4000);
  expect(sockets.length).toBe(1);
  expect(socket().sent).toContainEqual({ type: 'renew_sound', line: 'line-1' });
  socket().says(anOffer('line-2'));
  expect(unbound()).toEqual([false, false]);
});

test('where neither comes any more the sound is kept for the network that comes back', async () => {
  await seated();
  peer().becomes('connected');
  peer().received = 5;
  await passes(400);
  await vi.advanceTimersByTimeAsync(3500);
  expect(circle.visit.at).toBe('away');
  expect(peer().signalingState).toBe('stable');
  peer().received = 6;
  await vi.advanceTimersByTimeAsync(400);
  socket().opens();
  expect(socket().sent).toEqual([{ type: 'enter', token: 'resume-3', line: 'line-1' }]);
});

test('on another network a line that is away is tried without waiting on', async () => {
  await seated();
  for (let tries = 0; tries < 6; tries++) {
    socket().dies(1006);
    await vi.advanceTimersByTimeAsync(1000);
  }
  socket().dies(1006);
  const tried = sockets.length;
  circle.networkChanged();
  await vi.advanceTimersByTimeAsync(250);
  expect(sockets.length).toBe(tried + 1);
});

test.each([
  ['shown again', () => document.dispatchEvent(new Event('visibilitychange'))],
  ['resumed', () => document.dispatchEvent(new Event('resume'))],
  ['taken up again by the browser', () => window.dispatchEvent(new Event('pageshow'))],
  ['late by ten minutes', () => vi.setSystemTime(Date.now() + 600_000)],
])('a page that is %s asks for the time anew and believes nothing of before', async (_, wakes) => {
  const server = (ms: number): void => {
    const { sent_ms } = socket().sent.findLast((m) => m.type === 'ping')!;
    socket().says({ type: 'pong', sent_ms, now_ms: performance.now() + ms, late: [] });
  };
  await seated();
  server(1000);
  expect(circle.clock.at(0)).toBe(1000);
  await passes(1500);
  const asked = pings().length;
  wakes();
  await vi.advanceTimersByTimeAsync(1000);
  expect(pings().length).toBe(asked + 1);
  server(601_000);
  expect(circle.clock.at(0)).toBeGreaterThan(600_000);
});

const renewals = (): unknown[] => socket().sent.filter(({ type }) => type === 'renew_sound');

test('lost sound alone is renewed: at once when it failed, after four seconds when it only faltered', async () => {
  await seated();
  peer().becomes('failed');
  expect(renewals()).toEqual([{ type: 'renew_sound', line: 'line-1' }]);
  expect(lostBy()).toBe(null);
  expect(lineSign(circle.visit)).toBe('joining');
  socket().says(anOffer('line-2'));
  await vi.advanceTimersByTimeAsync(0);
  peer().becomes('connected');
  expect(lineSign(circle.visit)).toBe('connected');
  peer().becomes('disconnected');
  await passes(3900);
  peer().becomes('connected');
  await passes(500);
  expect(renewals().length).toBe(1);
  peer().becomes('disconnected');
  await passes(4000);
  expect(renewals()[1]).toEqual({ type: 'renew_sound', line: 'line-2' });
  expect(sockets.length).toBe(1);
});

test('the relays of an offer are for its own connection, and another offer brings its own', async () => {
  const relay = { urls: ['turn:turn.example'], username: '1767830400:x', credential: 'c' };
  socket().opens();
  socket().says(anOffer('line-1', [relay]));
  expect(peer().configuration?.iceServers).toEqual([relay]);
  peer().becomes('failed');
  socket().says(anOffer('line-2', [{ ...relay, username: '1767830401:y' }]));
  expect(peer().configuration?.iceServers).toEqual([{ ...relay, username: '1767830401:y' }]);
});

test('sound that finds no way is asked for anew every few seconds, not faster', async () => {
  await seated();
  for (let round = 1; round <= 5; round++) {
    peer().becomes('failed');
    if (round > 1) {
      await passes(3999);
      expect(renewals().length).toBe(round - 1);
      await passes(1);
    }
    expect(renewals().length).toBe(round);
    socket().says(anOffer(`line-${round}`));
    await vi.advanceTimersByTimeAsync(0);
  }
  expect(renewals().length).toBe(5);
});

test('after three tries of the sound in vain something is in its way, until it stands', async () => {
  await seated();
  for (let round = 0; round <= 3; round++) {
    expect(lineSign(circle.visit)).toBe(round === 0 ? 'connected' : 'joining');
    peer().becomes('failed');
    socket().says(anOffer(`line-${round}`));
    await vi.advanceTimersByTimeAsync(0);
  }
  expect(lineSign(circle.visit)).toBe('blocked');
  peer().becomes('connected');
  expect(lineSign(circle.visit)).toBe('connected');
});

test('a line that was kept while the sound was failing is followed by an offer', async () => {
  await seated();
  socket().dies(1006);
  await vi.advanceTimersByTimeAsync(300);
  socket().opens();
  peer().becomes('failed');
  socket().says(aKept());
  await vi.advanceTimersByTimeAsync(0);
  expect(renewals()).toEqual([{ type: 'renew_sound', line: 'line-1' }]);
});

test('she can leave before her sound stands', async () => {
  socket().opens();
  socket().says(anOffer());
  socket().says(view());
  circle.leave();
  expect(socket().sent.at(-1)).toEqual({ type: 'ask', id: 1, command: { type: 'leave' } });
  expect(closedBy()).toBe(null);
});

test('who leaves while the line is away is quiet at once, and the server is told when it is reached', async () => {
  await seated();
  socket().dies(1006);
  circle.leave();
  expect(closedBy()).toBe(CLOSE.GOODBYE);
  expect(peer().signalingState).toBe('closed');
  await vi.advanceTimersByTimeAsync(300);
  socket().opens();
  expect(socket().sent[0]).toEqual({ type: 'enter', token: 'resume-3', line: 'line-1' });
  socket().says(anOffer('line-2'));
  socket().says(view());
  expect(FakePeer.made.length).toBe(1);
  expect(socket().sent.at(-1)).toMatchObject({ type: 'ask', command: { type: 'leave' } });
  socket().dies(CLOSE.GOODBYE);
  expect([...kept.values()]).toEqual([]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sockets.length).toBe(2);
});

test('who leaves while the line is away and goes elsewhere with this page is gone for the server too', async () => {
  await seated();
  socket().dies(1006);
  circle.leave();
  circle.close();
  await vi.advanceTimersByTimeAsync(300);
  socket().opens();
  socket().says(anOffer('line-2'));
  socket().says(view());
  expect(socket().sent.at(-1)).toMatchObject({ type: 'ask', command: { type: 'leave' } });
});

test('who comes back to the seat that they have left while the line was away does not leave it', async () => {
  await seated();
  socket().dies(1006);
  circle.leave();
  circle.close();
  takeBackGoodbye('another');
  await vi.advanceTimersByTimeAsync(300);
  const tried = sockets.length;
  expect([tried, socket().closed]).toEqual([2, false]);
  takeBackGoodbye('invitation');
  await vi.advanceTimersByTimeAsync(60_000);
  expect([sockets.length, socket().closed]).toEqual([tried, true]);
});

test('who leaves after the page was loaded anew, before the line is back, is not kept waiting for by the circle', async () => {
  await seated();
  circle.close();
  circle = new Circle({ token: 'invitation', name: null });
  socket().dies(1006);
  expect(circle.hasSeat).toBe(true);
  circle.leave();
  expect(closedBy()).toBe(CLOSE.GOODBYE);
  await vi.advanceTimersByTimeAsync(300);
  socket().opens();
  socket().says(anOffer('line-2'));
  socket().says(view());
  expect(socket().sent.at(-1)).toMatchObject({ type: 'ask', command: { type: 'leave' } });
});

test('a server that is not reached in time is not told any more', async () => {
  await seated();
  socket().dies(1006);
  circle.leave();
  await vi.advanceTimersByTimeAsync(30_000);
  const tried = sockets.length;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sockets.length).toBe(tried);
});

test('a server that no longer answers is a lost line, one that answers is not', async () => {
  await seated();
  await passes(20_000);
  expect(lostBy()).toBe(null);
  await vi.advanceTimersByTimeAsync(5000);
  expect(lostBy()).toBe(1006);
});

test('a planned move that is over in a moment is not shown, and the new sound is there', async () => {
  await seated();
  socket().dies(CLOSE.MOVED);
  expect(circle.sounds).toBe(false);
  expect(lineSign(circle.visit)).toBe('connected');
  expect(circle.view?.you.number).toBe(3);
  await vi.advanceTimersByTimeAsync(50);
  socket().opens();
  socket().says(anOffer());
  socket().says(view());
  expect(lineSign(circle.visit)).toBe('connected');
  await vi.advanceTimersByTimeAsync(200);
  peer().becomes('connected');
  await passes(1000);
  expect(circle.sounds).toBe(true);
  expect(lineSign(circle.visit)).toBe('connected');
  expect(socket().sent[0]).toEqual({ type: 'enter', token: 'resume-3', line: 'line-1' });
});

test('a move that lasts is said after a moment, and until the sound is back', async () => {
  await seated();
  socket().dies(CLOSE.MOVED);
  await vi.advanceTimersByTimeAsync(699);
  expect(lineSign(circle.visit)).toBe('connected');
  await vi.advanceTimersByTimeAsync(1);
  expect(lineSign(circle.visit)).toBe('moving');
  socket().opens();
  socket().says(anOffer());
  socket().says(view());
  expect(lineSign(circle.visit)).toBe('moving');
  await vi.advanceTimersByTimeAsync(0);
  peer().becomes('connected');
  expect(lineSign(circle.visit)).toBe('connected');
});

test('a move that ends in a lost line is shown as one', async () => {
  await seated();
  socket().dies(CLOSE.MOVED);
  await vi.advanceTimersByTimeAsync(50);
  socket().dies(CLOSE.CIRCLE_FAILED);
  await vi.advanceTimersByTimeAsync(100);
  expect(lineSign(circle.visit)).toBe('connected');
  await vi.advanceTimersByTimeAsync(600);
  expect(lineSign(circle.visit)).toBe('back');
});

test('a loss of the sound too is shown at once', async () => {
  await seated();
  peer().becomes('failed');
  socket().dies(CLOSE.CIRCLE_FAILED);
  expect(lineSign(circle.visit)).toBe('back');
});

test('at the door a move that is over in a moment is not shown, one that lasts is', async () => {
  socket().opens();
  socket().says(atDoor);
  socket().dies(CLOSE.MOVED);
  expect(waitingIn(circle.visit)).toEqual(atDoor);
  await vi.advanceTimersByTimeAsync(50);
  socket().opens();
  socket().says(atDoor);
  await vi.advanceTimersByTimeAsync(1000);
  expect(waitingIn(circle.visit)).toEqual(atDoor);
  socket().dies(CLOSE.MOVED);
  await vi.advanceTimersByTimeAsync(700);
  expect(waitingIn(circle.visit)).toBe(null);
  expect(lineSign(circle.visit)).toBe('moving');
});

test('the microphone is opened once as chosen, and never again by coming back', async () => {
  await seated(['open_microphone']);
  circle.openAsChosen();
  circle.openAsChosen();
  const asked = socket().sent.filter((message) => message.type === 'ask');
  expect(asked).toEqual([{ type: 'ask', id: 1, command: { type: 'open_microphone' } }]);
  socket().dies(1006);
  await vi.advanceTimersByTimeAsync(300);
  await seated(['open_microphone']);
  circle.openAsChosen();
  expect(socket().sent.filter((message) => message.type === 'ask')).toEqual([]);
});

test.each([
  ['asked while the line is away', 'line_lost', () => socket().dies(1006)],
  ['not answered before it was', 'unanswered', () => undefined],
])('what was %s is told until it is back, and for seven seconds more', async (_, notice, first) => {
  await seated();
  first();
  circle.ask({ type: 'next_step', seen: 0 });
  if (notice === 'unanswered') socket().dies(1006);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(circle.notices.shown).toBe(notice);
  await seated();
  await passes(6900);
  expect(circle.notices.shown).toBe(notice);
  await passes(100);
  expect(circle.notices.shown).toBe(null);
});

test('where the microphone may not be opened at once, the choice is not kept for later', async () => {
  await seated([]);
  circle.openAsChosen();
  socket().says(view(['open_microphone']));
  circle.openAsChosen();
  expect(socket().sent.filter((message) => message.type === 'ask')).toEqual([]);
});

test('who has waited at the door opens their microphone by hand', async () => {
  socket().opens();
  socket().says(atDoor);
  await seated(['open_microphone']);
  circle.openAsChosen();
  expect(socket().sent.filter((message) => message.type === 'ask')).toEqual([]);
});

test('what was chosen before joining waits for the browser’s question, and not for a microphone that is none', async () => {
  await seated(['open_microphone']);
  circle.staysClosed(true);
  circle.openAsChosen();
  expect(socket().sent.filter((message) => message.type === 'ask')).toHaveLength(1);
  circle = new Circle({ token: 'token', name: 'Mia' }, true);
  await seated(['open_microphone']);
  circle.staysClosed(false);
  circle.openAsChosen();
  expect(socket().sent.filter((message) => message.type === 'ask')).toEqual([]);
});

test('a refusal is told in a notice that goes by itself', async () => {
  await seated();
  circle.ask({ type: 'next_step', seen: 0 });
  socket().says({ type: 'refusal', id: 1, reason: 'stale' });
  expect(circle.notices.shown).toBe('stale');
  await vi.advanceTimersByTimeAsync(7000);
  expect(circle.notices.shown).toBe(null);
});

test('whoever presses again no longer reads of the press before', async () => {
  await seated();
  circle.ask({ type: 'next_step', seen: 0 });
  socket().says({ type: 'refusal', id: 1, reason: 'stale' });
  await passes(600);
  circle.ask({ type: 'next_step', seen: 0 });
  expect(circle.notices.shown).toBe(null);
});

test('refusals do not pile up: one notice stands, and goes seven seconds after the last', async () => {
  await seated();
  for (let id = 1; id <= 5; id++) {
    await passes(400);
    socket().says({ type: 'refusal', id, reason: 'not_kept' });
  }
  await passes(6900);
  expect(circle.notices.shown).toBe('not_kept');
  await passes(100);
  expect(circle.notices.shown).toBe(null);
});

test('what is asked while the line is away is not sent later but told', async () => {
  await seated();
  socket().dies(1006);
  circle.ask({ type: 'next_step', seen: 0 });
  expect(circle.notices.shown).toBe('line_lost');
  await vi.advanceTimersByTimeAsync(300);
  await seated();
  expect(socket().sent.filter((message) => message.type === 'ask')).toEqual([]);
});

test('until the server has spoken on a new connection nothing but entering is said', async () => {
  await seated();
  peer().becomes('failed');
  socket().says(anOffer('line-2'));
  await passes(100);
  peer().becomes('failed');
  await passes(3500);
  socket().dies(1006);
  await vi.advanceTimersByTimeAsync(300);
  socket().opens();
  await vi.advanceTimersByTimeAsync(1000);
  expect(socket().sent).toEqual([{ type: 'enter', token: 'resume-3', line: 'line-2' }]);
});

test('an answer that is ready only on the next connection is not said there', async () => {
  socket().opens();
  socket().says(anOffer());
  socket().dies(1006);
  await vi.advanceTimersByTimeAsync(0);
  let ready = (): void => {};
  vi.spyOn(FakePeer.prototype, 'setLocalDescription').mockReturnValueOnce(
    new Promise((resolve) => (ready = resolve)),
  );
  await vi.advanceTimersByTimeAsync(300);
  socket().opens();
  socket().says(anOffer('line-2'));
  socket().dies(1006);
  await vi.advanceTimersByTimeAsync(600);
  socket().opens();
  ready();
  await vi.advanceTimersByTimeAsync(0);
  expect(socket().sent.map((message) => message.type)).toEqual(['enter']);
});

test('sound of which the server says that it does not stand is not shown as connected', async () => {
  await seated();
  expect(lineSign(circle.visit)).toBe('connected');
  socket().says({ ...view(), you: { ...view().you, sound: 'connecting' } });
  expect(lineSign(circle.visit)).toBe('joining');
  socket().says(view());
  expect(lineSign(circle.visit)).toBe('connected');
});

const open = (): View => {
  const now = view(['close_microphone']);
  return { ...now, you: { ...now.you, voice: 'heard', microphone_open: true } };
};
const closes = { type: 'close_microphone' } as const;
const asks = (): Ask[] =>
  socket().sent.flatMap((message) => (message.type === 'ask' ? [message] : []));
const asked = (): Command[] => asks().map(({ command }) => command);

/** The server has done what it was asked last, and shows this. */
function does(shown: View): void {
  socket().says(shown);
  socket().says({ type: 'done', id: asks().at(-1)!.id });
}

test.each(['stalls', 'is away'])(
  'her microphone is closed at once while the line %s, and the server is told when it is reached',
  async (how) => {
    await seated();
    socket().says(open());
    if (how === 'is away') socket().dies(1006);
    circle.ask(closes);
    expect(circle.view?.you).toMatchObject({ voice: 'closed_by_person', microphone_open: false });
    expect(circle.view?.you.can).toEqual(['open_microphone']);
    expect(circle.notices.shown).toBe(null);
    if (how === 'stalls') await vi.advanceTimersByTimeAsync(3100);
    expect(circle.notices.shown).toBe(null);
    await vi.advanceTimersByTimeAsync(300);
    socket().opens();
    socket().says(aKept());
    expect(asked()).toEqual([]);
    socket().says(open());
    socket().says(open());
    expect(asked()).toEqual([closes]);
    expect(circle.view?.you.voice).toBe('closed_by_person');
    does(view(['open_microphone']));
    socket().says(open());
    expect(circle.view?.you.voice).toBe('heard');
  },
);

test('while the line is away her microphone can be closed but not opened', async () => {
  await seated();
  socket().says(open());
  socket().dies(1006);
  circle.ask(closes);
  await vi.advanceTimersByTimeAsync(500);
  circle.ask({ type: 'open_microphone' });
  expect(circle.notices.shown).toBe('line_lost');
  expect(circle.view?.you.voice).toBe('closed_by_person');
});

const opens = { type: 'open_microphone' } as const;

test('she opens her microphone again as soon as she likes, but not by a double press', async () => {
  await seated();
  socket().says(open());
  circle.ask(closes);
  circle.ask(opens);
  expect(circle.view?.you.voice).toBe('closed_by_person');
  expect(asked()).toEqual([closes]);
  await passes(500);
  circle.ask(opens);
  expect(asked()).toEqual([closes, opens]);
  socket().says(open());
  expect(circle.view?.you.voice).toBe('closed_by_person');
  does(open());
  expect(circle.view?.you.voice).toBe('heard');
});

test('a key that is held to speak opens, however soon after it closed', async () => {
  await seated();
  socket().says(open());
  circle.ask(closes);
  await passes(250);
  circle.ask(opens, 'held');
  expect(asked()).toEqual([closes, opens]);
});

test('a line that stands and does not close her microphone is asked again, and she is not told of refusals', async () => {
  await seated();
  socket().says(open());
  circle.ask(closes);
  socket().says({ type: 'refusal', id: asks().at(-1)!.id, reason: 'not_kept' });
  expect(circle.view?.you.voice).toBe('closed_by_person');
  await passes(3000);
  expect(asked()).toEqual([closes, closes, closes]);
  socket().says(view(['open_microphone']));
  socket().says({ type: 'refusal', id: asks().at(-1)!.id, reason: 'already' });
  await passes(30_000);
  expect(asked().length).toBe(3);
  expect(circle.notices.shown).toBe(null);
});

test('an opening whose answer the line took with it is undone, wherever it has arrived', async () => {
  await seated();
  socket().says(view(['open_microphone']));
  circle.ask(opens);
  await vi.advanceTimersByTimeAsync(3100);
  expect(circle.notices.shown).toBe('unanswered');
  await vi.advanceTimersByTimeAsync(300);
  socket().opens();
  socket().says(aKept());
  socket().says(open());
  expect(circle.view?.you.voice).toBe('closed_by_person');
  expect(asked()).toEqual([closes]);
});

test('what one gesture asks twice is asked once, and once answered and let go it may be asked again', async () => {
  await seated();
  const next = { type: 'next_step', seen: 0 } as const;
  circle.ask(next);
  does({ ...view(), step: 1 });
  circle.ask({ ...next, seen: 1 });
  expect(asked()).toEqual([next]);
  await passes(500);
  circle.ask({ ...next, seen: 1 });
  await passes(500);
  circle.ask({ ...next, seen: 1 });
  expect(asked()).toEqual([next, { ...next, seen: 1 }]);
  expect(circle.asked.waitsFor({ ...next, seen: 1 })).toBe(true);
  socket().says({ ...view(), version: 7 });
  expect(circle.asked.waitsFor({ ...next, seen: 1 })).toBe(true);
  does({ ...view(), step: 2 });
  expect(circle.asked.waitsFor({ ...next, seen: 1 })).toBe(false);
});

test('what changes nothing that is shown is waited for until the server confirms it, and no longer', async () => {
  await seated();
  circle.ask({ type: 'show_card' });
  await passes(9000);
  expect(circle.asked.long).toBe(true);
  socket().says({ type: 'done', id: 1 });
  expect(circle.asked.long).toBe(false);
});

test('leaving on a line that stalls silences her at once, and is done as soon as the server is reached', async () => {
  await seated();
  socket().says(open());
  circle.leave();
  expect(circle.view?.you.voice).toBe('closed_by_person');
  expect(asked()).toEqual([{ type: 'leave' }]);
  await vi.advanceTimersByTimeAsync(3100);
  expect(closedBy()).toBe(CLOSE.GOODBYE);
  expect(peer().signalingState).toBe('closed');
  await vi.advanceTimersByTimeAsync(300);
  socket().opens();
  socket().says(open());
  expect(asked()).toEqual([{ type: 'leave' }]);
});

test('who was refused to leave is still there', async () => {
  await seated();
  socket().says(open());
  circle.leave();
  socket().says({ type: 'refusal', id: 2, reason: 'not_kept' });
  expect(circle.view?.you.voice).toBe('closed_by_person');
  socket().says({ type: 'refusal', id: 1, reason: 'not_kept' });
  expect(circle.view?.you.voice).toBe('heard');
  socket().dies(1006);
  expect(closedBy()).toBe(null);
});

test('what was asked on a line that has stalled is told as lost, what was answered is not', async () => {
  await seated();
  circle.ask({ type: 'next_step', seen: 0 });
  does(view());
  await passes(500);
  socket().dies(1006);
  expect(circle.notices.shown).toBe(null);
  await vi.advanceTimersByTimeAsync(300);
  await seated();
  circle.ask({ type: 'next_step', seen: 0 });
  await vi.advanceTimersByTimeAsync(3100);
  expect(lostBy()).toBe(1006);
  expect(circle.notices.shown).toBe('unanswered');
  expect(lineSign(circle.visit)).toBe('reconnecting');
});

test.each([
  ['NOT_INVITED', undefined],
  ['GOODBYE', undefined],
  ['REPLACED', 'resume-3'],
] as const)('after %s the tab keeps %s', async (name, resume) => {
  await seated();
  socket().dies(CLOSE[name]);
  expect(closedBy()).toBe(CLOSE[name]);
  expect([...kept.values()][0]).toBe(resume);
});

test('at the door she waits without a view or sound, and an offer leads in', async () => {
  socket().opens();
  socket().says(atDoor);
  expect(waitingIn(circle.visit)).toEqual(atDoor);
  expect(FakePeer.made).toEqual([]);
  socket().says(anOffer());
  socket().says(view());
  await vi.advanceTimersByTimeAsync(0);
  peer().becomes('connected');
  expect(waitingIn(circle.visit)).toBe(null);
  expect(circle.sounds).toBe(true);
});

test('sent back to the door, her sound is hung up and nothing of the circle stays on the page', async () => {
  await seated();
  circle.media.streams = new Map([[1, {} as MediaStream]]);
  socket().says(atDoor);
  expect(peer().signalingState).toBe('closed');
  expect(circle.sounds).toBe(false);
  expect(circle.view).toBe(null);
  expect(circle.media.streams.size).toBe(0);
  socket().dies(1006);
  expect(waitingIn(circle.visit)).toBe(null);
  await vi.advanceTimersByTimeAsync(300);
  socket().opens();
  expect(socket().sent[0]).toEqual({ type: 'enter', token: 'resume-3', line: 'line-1' });
});

test('who has waited at the door and lost the line knocks again by invitation and name', async () => {
  socket().opens();
  socket().says(atDoor);
  socket().dies(1006);
  await vi.advanceTimersByTimeAsync(300);
  socket().opens();
  expect(socket().sent[0]).toEqual({ type: 'enter', token: 'invitation', name: 'Mia' });
});

test('at the door too, a server that no longer answers is a lost line', async () => {
  socket().opens();
  socket().says(atDoor);
  await vi.advanceTimersByTimeAsync(2900);
  expect(lostBy()).toBe(null);
  await vi.advanceTimersByTimeAsync(100);
  expect(lostBy()).toBe(1006);
});

test('let in and sent out again before any view, she is at the door without sound', async () => {
  socket().opens();
  socket().says(atDoor);
  socket().says(anOffer());
  socket().says(atDoor);
  expect(peer().signalingState).toBe('closed');
  expect(waitingIn(circle.visit)).toEqual(atDoor);
});

test('a press that meant something else is as if there had been none, and the next one counts', async () => {
  const presses = new Presses();
  vi.spyOn(presses, 'meant').mockReturnValueOnce(false);
  circle.close();
  circle = new Circle({ token: 'invitation', name: 'Mia' }, false, presses);
  await seated();
  expect(circle.ask({ type: 'wish_to_speak' })).toBe(false);
  expect(socket().sent).not.toContainEqual(expect.objectContaining({ type: 'ask' }));
  await passes(600);
  expect(circle.ask({ type: 'wish_to_speak' })).toBe(true);
  expect(socket().sent).toContainEqual(expect.objectContaining({ type: 'ask' }));
});
