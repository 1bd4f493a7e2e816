// Ears: for every seat's audio element one native FFT each 50 ms; only transitions are logged. A cell is
// "seat:tone": in the stream of that seat this tone sounds. Cheap on purpose, or it would measure itself.
if (window !== top) {
  // A frame that the page makes connections in (`unbound.ts`) has no ears of its own.
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(...args) { super(...args); top.ears.connections.push(this); }
  };
} else {
  const EVERY_MS = 50, RATE_HZ = 12000, SIZE = 1024, ON_DB = -38, OFF_DB = -46;
  const context = new AudioContext({ sampleRate: RATE_HZ, sinkId: { type: 'none' } });
  const bins = new Float32Array(SIZE / 2);
  const taps = new Map();
  const connections = [];
  window.ears = { now: new Set(), log: [], connections };

  // Which connections the page has made, to read their statistics.
  const Real = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Real {
    constructor(...args) { super(...args); connections.push(this); }
  };
  // Which workers it has started, so that a test can kill one.
  const RealWorker = window.Worker;
  ears.workers = [];
  window.Worker = class extends RealWorker {
    constructor(...args) { super(...args); ears.workers.push(this); }
  };

  ears.stats = async (type) => {
    const found = [];
    const open = connections.filter((c) => c.connectionState !== 'closed').at(-1);
    if (open) (await open.getStats()).forEach((entry) => { if (entry.type === type) found.push(entry); });
    return found;
  };

  ears.sender = () => connections.at(-1).getTransceivers()[0].sender;
  ears.receivers = () => connections.at(-1).getTransceivers().map(({ receiver }) => receiver);
  ears.voice = async () => (await ears.stats('inbound-rtp')).find(({ mid }) => mid === '1');

  // The sound alone is lost, as the page sees it.
  ears.hangUp = () => {
    const open = connections.filter((c) => c.connectionState !== 'closed').at(-1);
    Object.defineProperty(open, 'connectionState', { value: 'failed', configurable: true });
    open.onconnectionstatechange();
  };

  const tap = (element) => {
    const stream = element.srcObject;
    if (!stream || taps.get(element)?.stream === stream) return taps.get(element);
    const analyser = new AnalyserNode(context, { fftSize: SIZE, smoothingTimeConstant: 0 });
    context.createMediaStreamSource(stream).connect(analyser);
    taps.set(element, { stream, analyser });
    return taps.get(element);
  };
  const hear = () => {
    if (context.state !== 'running') void context.resume();
    for (const element of document.querySelectorAll('audio[data-seat]')) {
      const found = tap(element);
      if (!found) continue;
      found.analyser.getFloatFrequencyData(bins);
      TONES_HZ.forEach((hz, tone) => {
        const bin = Math.round((hz * SIZE) / RATE_HZ);
        const level = Math.max(bins[bin - 1], bins[bin], bins[bin + 1]);
        const cell = `${element.dataset.seat}:${tone}`;
        const was = ears.now.has(cell);
        const is = level > (was ? OFF_DB : ON_DB);
        if (is === was) return;
        ears.now[is ? 'add' : 'delete'](cell);
        ears.log.push([Date.now(), cell, is]);
      });
    }
  };
  setInterval(hear, EVERY_MS);
}
