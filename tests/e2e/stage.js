// Runs in a staged page before its own scripts: the browser's own parts that a state of the page depends on. What they
// do is told by /stage.json, which the stage answers. Time stands still at the moment of the scene.
(() => {
  if (location.protocol !== 'https:' || location.pathname === '/nothing') return;
  const asking = new XMLHttpRequest();
  asking.open('GET', '/stage.json', false);
  asking.send();
  const wanted = (window.stage = JSON.parse(asking.responseText));

  if (wanted.stands) {
    const RealDate = Date;
    window.Date = class extends RealDate {
      constructor(...parts) {
        super(...(parts.length ? parts : [wanted.now_ms]));
      }
      static now() {
        return wanted.now_ms;
      }
    };
    let nowMs = 60_000;
    performance.now = () => (nowMs += wanted.moves_ms);
    Object.defineProperty(performance, 'timeOrigin', { value: wanted.now_ms - 60_000 });
  }
  const realInterval = setInterval;
  /** Where time stands nothing changes between two looks: nobody has to wait long for the first. */
  if (wanted.stands) window.setInterval = (then, ms, ...more) => realInterval(then, ms / 4, ...more);
  const realTimeout = setTimeout;
  if (wanted.hurries > 1) {
    window.setTimeout = (then, ms, ...more) => realTimeout(then, ms / wanted.hurries, ...more);
  }

  /** Whatever the page meant to do later is left undone: what it says for a moment stays. */
  wanted.stay = () => {
    for (let last = realTimeout(() => {}); last > 0; last--) clearTimeout(last);
    settle();
  };

  /** Speaks to whoever listens, by `on...` or by `addEventListener`. */
  class Speaking extends EventTarget {
    tell(type, what = {}) {
      const event = Object.assign(new Event(type), what);
      this.dispatchEvent(event);
      this[`on${type}`]?.(event);
    }
  }

  // ---- sound ----
  let context;
  /** A voice of this pitch; without one it is as loud as a quiet room, or gives no sound at all. */
  const track = (hz, quiet = 0.0005) => {
    context ??= new AudioContext();
    const voice = new OscillatorNode(context, { frequency: hz || 220 });
    const gain = new GainNode(context, { gain: hz ? 0.3 : quiet });
    const out = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    voice.connect(gain).connect(out);
    voice.start();
    return out.stream.getAudioTracks()[0];
  };

  const LOOKS_WITHIN_MS = 300;
  let moments = 0;
  let settle;
  const looked = new Promise((done) => (settle = done));
  /** A voice is measured by the browser, which takes its time; it may also not be shown at all. */
  const look = (tries = wanted.speaks ? 40 : 0) => {
    if (tries === 0 || document.querySelector('[data-speaking="true"]')) settle();
    else realTimeout(look, 20, tries - 1);
  };
  /** Settles once the page has looked who speaks, or hears nobody. */
  Object.defineProperty(wanted, 'looked', { get: () => (peers.length > 0 && connected() ? looked : null) });
  class Transceiver {
    constructor(mid) {
      let sends = null;
      this.mid = mid;
      this.direction = 'recvonly';
      this.sender = {
        get track() {
          return sends;
        },
        replaceTrack: async (next) => void (sends = next),
        getParameters: () => ({ encodings: [{}] }),
        setParameters: async () => {},
        getStats: async () => statistics(sends),
      };
      this.receiver = {
        track: mid === 'mic' ? null : track(0),
      };
    }
  }

  const relay = wanted.relay && { candidateType: 'relay', relayProtocol: wanted.relay };
  const statistics = (sends) =>
    new Map([
      [
        'pair',
        {
          id: 'pair',
          type: 'candidate-pair',
          nominated: true,
          state: 'succeeded',
          currentRoundTripTime: 0.024,
          localCandidateId: 'own',
        },
      ],
      ['own', { id: 'own', type: 'local-candidate', protocol: 'udp', candidateType: 'host', ...relay }],
      ['out', { id: 'out', type: 'outbound-rtp', kind: 'audio', packetsSent: sends?.enabled && wanted.sends ? ++moments : 0 }],
      ['in', { id: 'in', type: 'inbound-rtp', kind: 'audio', mid: String(wanted.speaks), audioLevel: 0.2, packetsReceived: ++moments, jitter: 0, packetsLost: 0 }],
      ['source', { id: 'source', type: 'media-source', kind: 'audio', audioLevel: wanted.gives_sound ? 0.1 : 0 }],
    ]);

  const peers = [];
  const connected = () => peers.at(-1).connectionState === 'connected';
  window.RTCPeerConnection = class extends Speaking {
    connectionState = 'new';
    iceConnectionState = 'new';
    signalingState = 'stable';
    localDescription = null;
    transceivers = [];
    constructor() {
      super();
      peers.push(this);
    }
    async setRemoteDescription({ sdp }) {
      const transports = [...sdp.matchAll(/^a=candidate:\S+ 1 (\S+)/gm)].map(([, transport]) => transport);
      this.blocked = transports.every((transport) => wanted.blocked.includes(transport));
      this.transceivers = [...sdp.matchAll(/^a=mid:(\S+)/gm)].map(([, mid]) => new Transceiver(mid));
      for (const transceiver of this.transceivers) {
        const { receiver } = transceiver;
        if (receiver.track) this.tell('track', { transceiver, receiver, track: receiver.track, streams: [] });
      }
    }
    async setLocalDescription() {
      this.localDescription = { type: 'answer', sdp: 'v=0\r\n' };
      this.becomes('connecting');
      const comesTo = this.blocked ? 'failed' : wanted.sound;
      if (comesTo !== 'connecting') queueMicrotask(() => this.becomes(comesTo));
    }
    becomes(state) {
      if (this.signalingState === 'closed') return;
      this.connectionState = this.iceConnectionState = state;
      setTimeout(look, LOOKS_WITHIN_MS);
      this.tell('iceconnectionstatechange');
      this.tell('connectionstatechange');
    }
    getTransceivers = () => this.transceivers;
    getSenders = () => this.transceivers.map(({ sender }) => sender);
    getReceivers = () => this.transceivers.map(({ receiver }) => receiver);
    async getStats() {
      setTimeout(look);
      return statistics(this.getSenders().find((sender) => sender.track)?.track);
    }
    restartIce() {}
    close() {
      this.signalingState = this.connectionState = 'closed';
    }
  };
  if (wanted.sound === 'impossible') window.RTCPeerConnection = undefined;
  /** The sound that stands is lost, and from now on comes to nothing. */
  wanted.loseSound = () => {
    wanted.sound = 'failed';
    for (const peer of peers) peer.becomes('failed');
  };

  // ---- the seal: a worker that is at once ready, and seals whatever is sent ----
  let frames = Infinity;
  /** More is sent than has been sealed, until another worker begins. */
  wanted.breakSeal = () => (frames = -1);
  window.Worker = class extends Speaking {
    postMessage({ type, transform }) {
      if (type === 'begin') frames = Infinity;
      if (type === 'seated' && !wanted.introduces) return; // what it says of its key, the staged server passes on to nobody
      const name = 'A'.repeat(43);
      const answers = {
        begin: { type: 'begun' },
        seated: { type: 'introduce', key: name, proof: name },
        count: { type: 'count', transform, frames },
      };
      const data = answers[type] ?? answers.count;
      queueMicrotask(() => this.tell('message', { data }));
      const unopened = { type: 'unopened', seats: wanted.unopened };
      if (type === 'begin') queueMicrotask(() => this.tell('message', { data: unopened }));
    }
    terminate() {}
  };
  window.RTCRtpScriptTransform = class {
    constructor(worker, { transform }) {
      queueMicrotask(() => worker.tell('message', { data: { type: 'ready', transform } }));
    }
  };

  if (wanted.plays === 'blocked') {
    HTMLMediaElement.prototype.play = async () => {
      throw new DOMException('A hand has to touch the page first.', 'NotAllowedError');
    };
  }

  navigator.clipboard.writeText = async () => {
    if (!wanted.copies) throw new DOMException('', 'NotAllowedError');
  };
  HTMLMediaElement.prototype.setSinkId = async (id) => {
    if (id && !wanted.leads_sound) throw new DOMException('', 'AbortError');
    if (!['', 'speakers', 'headset'].includes(id)) throw new DOMException('', 'NotFoundError');
  };
  if (!wanted.obeys) {
    delete HTMLMediaElement.prototype.setSinkId;
    Object.defineProperty(HTMLMediaElement.prototype, 'volume', { get: () => 1, set: () => {} });
  }

  // ---- microphone ----
  const labelled = (kind, deviceId, label) => ({ kind, deviceId, groupId: deviceId, label, toJSON: () => ({}) });
  const given = () => wanted.microphone === 'ready';
  const devices = new Speaking();
  let own;
  /** The microphone that is open is pulled out, or the browser takes it away. */
  wanted.endMicrophone = () => own.dispatchEvent(new Event('ended'));
  let there = () => true;
  /** The headset is pulled out. */
  wanted.unplugHeadset = () => {
    there = ([, id]) => id !== 'headset';
    devices.tell('devicechange');
  };
  devices.enumerateDevices = async () =>
    [
      ['audioinput', 'desk', 'Desk microphone'],
      ['audioinput', 'headset', 'Headset'],
      ['audiooutput', 'speakers', 'Loudspeakers'],
      ['audiooutput', 'headset', 'Headset'],
    ]
      .filter(there)
      .filter(([kind]) => wanted.microphone !== 'NotFoundError' || kind === 'audiooutput')
      .map(([kind, id, label]) => (given() ? labelled(kind, id, label) : labelled(kind, '', '')));
  devices.getSupportedConstraints = () => ({ echoCancellation: true, deviceId: true });
  devices.getUserMedia = async ({ audio }) => {
    const id = audio.deviceId?.exact ?? 'desk';
    if (id === 'headset' && wanted.headset !== 'ready') throw new DOMException('', wanted.headset);
    if (wanted.microphone === 'asking') return new Promise(() => {});
    if (!given()) throw new DOMException('', wanted.microphone);
    own = track(wanted.gives_sound ? 300 : 0, wanted.microphone_works ? undefined : 0);
    Object.defineProperty(own, 'label', { value: id === 'desk' ? 'Desk microphone' : 'Headset' });
    if (wanted.mutes) Object.defineProperty(own, 'muted', { value: true });
    own.getSettings = () => ({ deviceId: id, groupId: id });
    return new MediaStream([own]);
  };
  const media = wanted.secure && wanted.microphone !== 'withheld' ? devices : undefined;
  Object.defineProperty(navigator, 'mediaDevices', { value: media });
  if (!wanted.secure) Object.defineProperty(window, 'isSecureContext', { value: false });
  const permission = { ready: 'granted', NotAllowedError: 'denied' }[wanted.microphone] ?? 'prompt';
  navigator.permissions.query = async ({ name }) => Object.assign(new Speaking(), { name, state: permission });
})();
