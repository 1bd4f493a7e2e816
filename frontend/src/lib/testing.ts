import type {
  DoorSign,
  FromBrowser,
  IceServer,
  Kept,
  Offer,
  OwnCommand,
  SeatView,
  ToBrowser,
  View,
} from '../protocol';

/** Every socket the page has made, oldest first. */
export const sockets: FakeSocket[] = [];

/** A WebSocket that does only what the test says. */
export class FakeSocket {
  static readonly OPEN = 1;
  readyState = 0;
  closed = false;
  readonly sent: FromBrowser[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  constructor(readonly url: string) {
    sockets.push(this);
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text) as FromBrowser);
  }

  close(): void {
    this.closed = true;
    this.readyState = 3;
  }

  opens(): void {
    this.readyState = FakeSocket.OPEN;
    this.onopen?.();
  }

  says(message: ToBrowser): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  dies(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }
}

/** A peer connection whose state is what the test says. */
export class FakePeer {
  static readonly made: FakePeer[] = [];
  connectionState = 'new';
  signalingState = 'stable';
  localDescription = { sdp: 'answer' };
  onconnectionstatechange: (() => void) | null = null;
  ontrack = null;
  /** What the microphone's section sends, and how many packets have left by it. */
  readonly sender = {
    track: null as MediaStreamTrack | null,
    packetsSent: 0,
    replaceTrack: async (track: MediaStreamTrack | null): Promise<void> => {
      this.sender.track = track;
    },
    getStats: async (): Promise<Map<string, unknown>> =>
      new Map([['out', { type: 'outbound-rtp', packetsSent: this.sender.packetsSent }]]),
  };
  /** How much has come from the server, in packets and checks. */
  received = 0;
  constructor(readonly configuration?: RTCConfiguration) {
    FakePeer.made.push(this);
  }
  async getStats(): Promise<Map<string, unknown>> {
    return new Map([
      ['pair', { type: 'candidate-pair', selected: true, requestsReceived: this.received }],
    ]);
  }
  async setRemoteDescription(): Promise<void> {}
  async setLocalDescription(): Promise<void> {}
  getTransceivers(): unknown[] {
    return [{ mid: 'mic', direction: 'recvonly', sender: this.sender }];
  }
  close(): void {
    this.signalingState = 'closed';
  }
  becomes(state: string): void {
    this.connectionState = state;
    this.onconnectionstatechange?.();
  }
}

/** The third seat is given, with this line of sound. */
export const anOffer = (line = 'line-1', ice_servers: IceServer[] = []): Offer => ({
  type: 'offer',
  seat: 3,
  resume: 'resume-3',
  line,
  sdp: 'offer',
  ice_servers,
  confirms: true,
  sealed: false,
});

/** The third seat is had again, and its sound stands. */
export const aKept = (): Kept => ({
  type: 'kept',
  seat: 3,
  resume: 'resume-3',
  line: 'line-1',
  confirms: true,
});

/** What a member sees who has just come; `can` is what they may ask. */
export const aView = (can: OwnCommand[] = []): View => ({
  type: 'view',
  version: 1,
  title: 'Tuesday',
  phase: 'gathering',
  step: 0,
  plan: [],
  frame: {
    sentence: '',
    sit_back: 'enforced',
    offers_seen_by_all: false,
    digits_for_all: false,
    knocking: false,
    fishbowl: false,
  },
  clock: { minutes: 5, ends_at_ms: null, left_ms: 0, digits: false, bounded: false, held: false },
  sealed: false,
  unled: false,
  card: false,
  leading: null,
  observers_ask: [],
  chairs: [],
  outer: [],
  seats: [],
  you: {
    number: 3,
    role: 'member',
    voice: 'closed_by_person',
    sound: 'connected',
    weak_line: null,
    microphone_open: false,
    sits_back: false,
    held_silent: false,
    pause_needed: false,
    pause_seen: false,
    word_asked: false,
    word_declined: false,
    no_next: null,
    other_device: null,
    other_device_enters: false,
    guidance: 'arrive',
    can,
  },
});

/** A seat of the ring with somebody on it of whom there is nothing to say; the first two facilitate. */
export const aSeat = (number: number, is: Partial<SeatView> = {}): SeatView => ({
  number,
  name: `Person ${number}`,
  formerly: null,
  role: number < 3 ? 'facilitator' : 'member',
  presence: 'here',
  voice: 'heard',
  sound: 'connected',
  sits_back: false,
  wishes: false,
  news: false,
  in_debrief: false,
  offer: 'none',
  asked: false,
  can: [],
  ...is,
});

/** What hangs at the door of the same circle, for a member. */
export const aSign = (): DoorSign => ({
  title: 'Tuesday',
  role: 'member',
  frame: aView().frame,
  knocks: false,
  lock: null,
});
