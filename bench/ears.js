// A voice that tells when each of its moments was spoken, and ears that write down what they hear. All times are by the
// machine's one clock, in ms since 1970. A voice is a tone whose pitch rises for PERIOD_S and begins again; its pitch
// tells how long ago that was. VOICE is filled in: its constants, or null
// for the real microphone, whose sound is written down as 'own'.
{
  const context = new AudioContext({ sampleRate: 48000 });
  const worklets = `
    const [LOW_HZ, RISE_HZ_PER_S, PERIOD_S, LEVEL] = ${JSON.stringify(VOICE ?? [])};
    registerProcessor('mouth', class extends AudioWorkletProcessor {
      #samples = 0;
      #phase = 0;
      process(_, [[out]]) {
        if (this.#samples % 4800 < out.length) this.port.postMessage([Date.now(), this.#samples / sampleRate]);
        for (let n = 0; n < out.length; n++) {
          const hz = LOW_HZ + RISE_HZ_PER_S * ((this.#samples++ / sampleRate) % PERIOD_S);
          this.#phase = (this.#phase + (2 * Math.PI * hz) / sampleRate) % (2 * Math.PI);
          out[n] = LEVEL * Math.sin(this.#phase);
        }
        return true;
      }
    });
    // Ten milliseconds: when they were heard, how loud, at which pitch, and their sharpest corner.
    registerProcessor('ear', class extends AudioWorkletProcessor {
      #before = [0, 0];
      #begin() {
        this.#samples = this.#energy = this.#corner = this.#crossings = this.#last = 0;
        this.#first = -1;
      }
      #samples; #energy; #corner; #crossings; #first; #last;
      constructor() { super(); this.#begin(); }
      process([[samples]]) {
        for (let n = 0; n < 128; n++) {
          const now = samples ? samples[n] : 0;
          const [older, old] = this.#before;
          this.#energy += now * now;
          this.#corner = Math.max(this.#corner, Math.abs(now - 2 * old + older));
          if (old < 0 && now >= 0) {
            this.#last = this.#samples - now / (now - old);
            if (this.#first < 0) this.#first = this.#last;
            this.#crossings++;
          }
          this.#before = [old, now];
          if (++this.#samples < 480) continue;
          const hz = this.#crossings > 1 ? ((this.#crossings - 1) * sampleRate) / (this.#last - this.#first) : 0;
          this.port.postMessage([Date.now(), Math.sqrt(this.#energy / 480), hz, this.#corner]);
          this.#begin();
        }
        return true;
      }
    });`;
  const ready = context.audioWorklet.addModule(URL.createObjectURL(new Blob([worklets], { type: 'text/javascript' })));
  window.ears = { spoken: [], heard: {}, played: {}, clicked: 0 };

  addEventListener('click', () => (ears.clicked = Date.now()), { capture: true });

  const hear = async (stream, name) => {
    await ready;
    const ear = new AudioWorkletNode(context, 'ear', { numberOfOutputs: 0, channelCount: 1, channelCountMode: 'explicit' });
    ears.heard[name] = [];
    ear.port.onmessage = ({ data }) => ears.heard[name].push(data);
    context.createMediaStreamSource(stream).connect(ear);
  };

  // The device, the permission and the time they take stay real; the voice takes the place of the real track.
  let mouth;
  const speak = async (device) => {
    await ready;
    if (!mouth) {
      mouth = new AudioWorkletNode(context, 'mouth', { numberOfInputs: 0, outputChannelCount: [1] });
      mouth.port.onmessage = ({ data }) => ears.spoken.push(data);
    }
    const out = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    mouth.connect(out);
    const [track] = out.stream.getAudioTracks();
    track.getSettings = () => device.getSettings();
    const stop = track.stop.bind(track);
    track.stop = () => { stop(); device.stop(); mouth.disconnect(out); };
    return out.stream;
  };

  const real = navigator.mediaDevices?.getUserMedia.bind(navigator.mediaDevices);
  if (real)
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await real(constraints);
      if (VOICE) return speak(stream.getAudioTracks()[0]);
      await hear(stream, 'own');
      return stream;
    };

  const connections = [];
  const Real = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Real {
    constructor(...args) { super(...args); connections.push(this); }
  };
  // What the jitter buffers have counted.
  ears.received = async () =>
    [...(await connections.at(-1).getStats()).values()].filter(({ type }) => type === 'inbound-rtp');

  setInterval(() => {
    for (const element of document.querySelectorAll('audio[data-seat]')) {
      const { srcObject } = element, { seat } = element.dataset;
      if (!srcObject || element.heardBy === srcObject) continue;
      element.heardBy = srcObject;
      element.addEventListener('playing', () => (ears.played[seat] = Date.now()));
      void hear(srcObject, seat);
    }
  }, 5);
}
