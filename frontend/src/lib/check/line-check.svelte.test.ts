import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CLOSE, type IceServer, type ToChecker } from '../../protocol';
import { Microphone } from '../microphone.svelte';
import { FakeMedia, FakeMeter } from '../microphone/testing';
import { FakePeer, FakeSocket, sockets } from '../testing';
import { WAYS, type Found } from './finding';
import { LineCheck } from './line-check.svelte';

const UDP = 'a=candidate:1 1 udp 1 203.0.113.7 8000 typ host';
const TCP = 'a=candidate:2 1 tcp 1 203.0.113.7 443 typ host tcptype passive';

/** A peer connection that comes to this as soon as it has answered, and what it counts from then on. */
class Peer extends FakePeer {
  static comesTo: (offer: string) => string = () => 'connected';
  static returns = true;
  /** What a relay that is asked for nothing but an address answers: one (0), or a refusal, or the browser that none came. */
  static relaySays = 701;
  onicecandidate: ((event: { candidate: object }) => void) | null = null;
  onicecandidateerror: ((event: { errorCode: number }) => void) | null = null;
  #offer = '';
  #looks = 0;
  override async setRemoteDescription({ sdp }: { sdp: string } = { sdp: '' }): Promise<void> {
    this.#offer = sdp;
  }
  override async setLocalDescription(): Promise<void> {
    setTimeout(() => this.becomes(Peer.comesTo(this.#offer)), 50);
  }
  createDataChannel(): void {
    setTimeout(() => {
      if (Peer.relaySays === 0) this.onicecandidate?.({ candidate: { candidate: 'candidate:1' } });
      else this.onicecandidateerror?.({ errorCode: Peer.relaySays });
    }, 50);
  }
  override async getStats(): Promise<Map<string, unknown>> {
    const packets = 200 * this.#looks++;
    return new Map<string, unknown>([
      ['out', { type: 'outbound-rtp', packetsSent: packets }],
      ['in', { type: 'inbound-rtp', packetsReceived: Peer.returns ? packets : 0, packetsLost: 0 }],
      ['pair', { type: 'candidate-pair', selected: true, currentRoundTripTime: 0.03 }],
    ]);
  }
}

let media: FakeMedia;
let check: LineCheck;
let over: Promise<void>;

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
  sockets.length = FakePeer.made.length = 0;
  Peer.comesTo = () => 'connected';
  Peer.returns = true;
  Peer.relaySays = 701;
  media = new FakeMedia([{ deviceId: 'desk', label: 'Anna’s headset' }]);
  vi.stubGlobal('navigator', { mediaDevices: media });
  vi.stubGlobal('location', { protocol: 'https:', host: 'circle.example' });
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('fetch', async () => new Response(null));
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('RTCPeerConnection', Peer);
});

afterEach(() => {
  check.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function begins(loud = -20): void {
  check = new LineCheck(new Microphone(() => new FakeMeter(loud)), null);
  over = check.run();
}

const passes = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const found = (): Record<string, Found> =>
  Object.fromEntries(Object.entries(check.findings).map(([subject, { is }]) => [subject, is]));

/** The server opens its socket and answers what is asked, with an offer of these candidates. */
async function answers(...candidates: string[]): Promise<void> {
  return answersWith([], ...candidates);
}

/** The same of a server that has these relays. */
async function answersWith(ice_servers: IceServer[], ...candidates: string[]): Promise<void> {
  const [socket] = sockets as [FakeSocket];
  const say = (message: ToChecker): void => socket.onmessage?.({ data: JSON.stringify(message) });
  let offers = 0;
  socket.send = (text) => {
    const asked = JSON.parse(text) as { type: string };
    if (asked.type === 'ping') say({ type: 'pong', sent_ms: 0, now_ms: 0, late: [] });
    if (asked.type === 'check_way')
      say({
        type: 'check_offer',
        line: `${++offers}`,
        sdp: ['v=0', ...candidates].join('\r\n'),
        ice_servers,
      });
  };
  socket.opens();
  await passes(0);
}

test('all gets through: each way by an offer of its own, in words of what was measured', async () => {
  begins();
  await answers(UDP, TCP);
  await passes(10_000);
  await over;
  const { udp, tcp } = check.findings;
  expect(found()).toEqual({
    page: 'passes',
    socket: 'passes',
    microphone: 'gives_sound',
    udp: 'passes',
    tcp: 'passes',
    turn: 'not_set_up',
  });
  expect([udp.measured, tcp.measured]).toEqual([
    { roundTripMs: 30, lost: 0 },
    { roundTripMs: 30, lost: 0 },
  ]);
  expect(check.servers).toEqual({
    udp: ['203.0.113.7:8000'],
    tcp: ['203.0.113.7:443'],
    relays: [],
  });
  expect([check.verdict, check.endedMs === null]).toEqual(['good', false]);
  expect(FakePeer.made.map(({ signalingState }) => signalingState)).toEqual(['closed', 'closed']);
  expect([sockets[0]!.closed, media.live]).toEqual([true, []]);
});

test('where UDP is dropped it is given up in time, and what gets through by TCP is told', async () => {
  Peer.comesTo = (offer) => (offer.includes('udp') ? 'connecting' : 'connected');
  begins();
  await answers(UDP, TCP);
  await passes(9000);
  expect(found()).toMatchObject({ udp: 'running', tcp: 'passes' });
  await passes(1500);
  await over;
  expect(found()).toMatchObject({ udp: 'blocked', tcp: 'passes' });
  expect(check.verdict).toBe('other_way');
});

test('a relay is tried by itself, with what its own offer brought', async () => {
  Peer.comesTo = (offer) => (offer.includes('udp') ? 'connected' : 'failed');
  const relay = { urls: ['turn:turn.example'], username: '1:x', credential: 'c' };
  begins();
  await answersWith([relay], UDP, TCP);
  await passes(10_000);
  await over;
  expect(found()).toMatchObject({ udp: 'passes', tcp: 'blocked', turn: 'passes' });
  expect(FakePeer.made.map(({ configuration }) => configuration)).toEqual([
    { bundlePolicy: 'max-bundle' },
    { bundlePolicy: 'max-bundle' },
    { bundlePolicy: 'max-bundle', iceServers: [relay], iceTransportPolicy: 'relay' },
  ]);
});

test('a relay that is found late is waited for, and where it is is told', async () => {
  Peer.comesTo = () => 'connecting';
  const relay = {
    urls: ['turn:turn.example', 'turns:turn.example'],
    username: '1:x',
    credential: 'c',
  };
  begins();
  await answersWith([relay], UDP);
  await passes(14_000);
  expect(found()).toMatchObject({ udp: 'blocked', turn: 'running' });
  FakePeer.made[1]!.becomes('connected');
  await passes(6000);
  expect(found()).toMatchObject({ udp: 'blocked', turn: 'passes' });
  expect(check.servers.relays).toEqual(['turn:turn.example', 'turns:turn.example']);
});

test.each<[string, number, Found]>([
  ['that nothing reaches is told as blocked', 701, 'blocked'],
  ['that knows nobody here', 401, 'refuses'],
  ['that gives an address, and passes nothing on', 0, 'refuses'],
])('a relay %s', async (_, says, is) => {
  Peer.comesTo = () => 'connecting';
  Peer.relaySays = says;
  const urls = ['turn:turn.example?transport=udp', 'turns:turn.example?transport=tcp'];
  begins();
  await answersWith([{ urls, username: '1:x', credential: 'c' }], UDP);
  await passes(22_000);
  await over;
  expect([found().turn, check.verdict]).toEqual([is, 'no_sound']);
  const alone = FakePeer.made.slice(2).map(({ configuration }) => configuration?.iceServers);
  expect(alone).toEqual(urls.map((url) => [{ urls: url, username: '1:x', credential: 'c' }]));
  expect(FakePeer.made.every(({ signalingState }) => signalingState === 'closed')).toBe(true);
});

test('a line that connects and brings nothing back is told from one that does', async () => {
  Peer.returns = false;
  begins();
  await answers(UDP);
  await passes(10_000);
  expect([found().udp, check.verdict]).toEqual(['no_return', 'no_sound']);
});

test('where the socket stalls nothing is said of the ways that take it', async () => {
  begins();
  await passes(5900);
  expect(found()).toMatchObject({ socket: 'running', udp: 'running' });
  await passes(200);
  await over;
  expect(found()).toMatchObject({ socket: 'blocked', udp: 'untried', tcp: 'untried' });
  expect([check.verdict, FakePeer.made.length]).toEqual(['no_socket', 0]);
});

test('a socket that opens and then says nothing does not get through', async () => {
  begins();
  sockets[0]!.opens();
  await passes(6100);
  expect(found()).toMatchObject({ socket: 'blocked', udp: 'untried' });
});

test.each([
  [CLOSE.BUSY, 'busy'],
  [CLOSE.FULL, 'full'],
])('the server’s own refusal %i is told as that', async (code, is) => {
  begins();
  sockets[0]!.opens();
  await passes(0);
  sockets[0]!.dies(code);
  await passes(6000);
  expect(found()).toMatchObject({ socket: is, udp: is });
  expect(check.verdict).toBe('refused');
});

test.each<[number, Found]>([
  [CLOSE.FULL, 'full'],
  [1012, 'untried'],
])(
  'a server that ends the check by %i says nothing of the ways it ends with it',
  async (code, is) => {
    Peer.comesTo = (offer) => (offer.includes('udp') ? 'connecting' : 'connected');
    begins();
    await answers(UDP, TCP);
    await passes(1000);
    sockets[0]!.dies(code);
    await passes(20_000);
    await over;
    expect(found()).toMatchObject({ socket: 'passes', udp: is, tcp: is });
    expect(check.verdict).toBe('refused');
  },
);

test('a socket that breaks off on its way is told as that, whenever it does', async () => {
  Peer.comesTo = () => 'connecting';
  begins();
  await answers(UDP, TCP);
  await passes(4000);
  sockets[0]!.dies(1006);
  await passes(20_000);
  await over;
  expect(found()).toMatchObject({ socket: 'cut', udp: 'untried', tcp: 'untried' });
  expect(check.verdict).toBe('refused');
});

test('a socket by which an answer stays away has broken off too', async () => {
  begins();
  const answering = answers(UDP, TCP);
  const { send } = sockets[0]!;
  let asked = 0;
  sockets[0]!.send = (text) => ++asked <= 2 && send(text);
  await answering;
  await passes(20_000);
  await over;
  expect(found()).toMatchObject({ socket: 'cut', udp: 'passes', tcp: 'untried' });
});

test('the server is held no longer than its part takes, however long a question stands open', async () => {
  media.prompts = true;
  begins();
  await answers(UDP);
  await passes(8000);
  expect([found().udp, found().microphone, check.endedMs]).toEqual(['passes', 'asked', null]);
  expect([found().socket, sockets[0]!.closed]).toEqual(['passes', true]);
});

test('a browser without WebRTC is told so', async () => {
  vi.stubGlobal('RTCPeerConnection', undefined);
  Reflect.deleteProperty(globalThis, 'RTCPeerConnection');
  begins();
  await answers(UDP);
  await passes(6000);
  expect(WAYS.map((way) => found()[way])).toEqual(['no_webrtc', 'no_webrtc', 'no_webrtc']);
  expect(check.verdict).toBe('no_webrtc');
});

test('a question of the browser that is left open is not waited for for ever', async () => {
  media.prompts = true;
  begins();
  await answers(UDP);
  await passes(10_000);
  expect([found().microphone, check.verdict]).toEqual(['asked', 'running']);
  await passes(21_000);
  await over;
  expect([found().microphone, check.verdict]).toEqual(['unanswered', 'microphone']);
  media.requests[0]!.settle();
  await passes(0);
  expect(media.live).toEqual([]);
});

test.each<[number, Found]>([
  [-20, 'gives_sound'],
  [-80, 'quiet'],
  [-120, 'silent'],
])('a microphone that gives %i dB is told as %s', async (loud, is) => {
  begins(loud);
  await passes(6000);
  expect(found().microphone).toBe(is);
});

test('another one that is being opened when the time is over is waited for', async () => {
  const microphone = new Microphone(() => new FakeMeter(-80));
  check = new LineCheck(microphone, null);
  over = check.run();
  await answers(UDP);
  await passes(4800);
  media.prompts = true;
  microphone.release();
  void microphone.open();
  await passes(10_000);
  expect([check.verdict, check.endedMs]).toEqual(['running', null]);
  media.requests.at(-1)!.settle();
  await passes(1000);
  await over;
  expect([found().microphone, check.verdict]).toEqual(['quiet', 'good']);
});

test('a microphone that was open before stays so', async () => {
  const microphone = new Microphone(() => new FakeMeter(-20));
  await microphone.open();
  check = new LineCheck(microphone, null);
  over = check.run();
  await passes(10_000);
  expect([found().microphone, media.live.length]).toEqual(['gives_sound', 1]);
  microphone.release();
});

test('whoever joins while the check runs keeps the microphone, and the check leaves nothing else behind', async () => {
  const microphone = new Microphone(() => new FakeMeter(-80));
  check = new LineCheck(microphone, null);
  over = check.run();
  await answers(UDP);
  await passes(2000);
  check.close();
  void microphone.open(); // the circle's own
  await passes(20_000);
  await over;
  expect([media.live.length, sockets[0]!.closed]).toEqual([1, true]);
  expect(FakePeer.made.map(({ signalingState }) => signalingState)).toEqual(['closed']);
  microphone.release();
});

test('by plain http the page is told to have no microphone', async () => {
  vi.stubGlobal('isSecureContext', false);
  vi.stubGlobal('navigator', { mediaDevices: undefined });
  begins();
  await answers(UDP);
  await passes(10_000);
  expect(found()).toMatchObject({ page: 'plain', microphone: 'insecure', udp: 'passes' });
});

test('a server that does not answer any more is told so', async () => {
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  begins();
  await passes(6100);
  expect([found().page, check.verdict]).toEqual(['blocked', 'no_page']);
});
