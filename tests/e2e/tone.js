// A voice of one's own: the real getUserMedia is called (permission, device and errors stay real), then a tone takes
// the place of its track. TONE_HZ is filled in per page.
if (navigator.mediaDevices) {
  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  const Context = window.AudioContext; // a test may take it from the page
  const unprocessed = ({ audio, ...rest }) => ({
    ...rest,
    audio: { ...audio, echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  });
  window.microphone = { asked: 0 };
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    microphone.asked += 1;
    const stream = await real(TONE_HZ === null ? constraints : unprocessed(constraints));
    if (TONE_HZ === null) return stream;
    const context = new Context({ sampleRate: 48000, sinkId: { type: 'none' } });
    const tone = new OscillatorNode(context, { frequency: TONE_HZ });
    const out = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    tone.connect(new GainNode(context, { gain: 0.3 })).connect(out);
    tone.start();
    await context.resume();
    microphone.real = stream;
    const [device] = stream.getAudioTracks();
    out.stream.getAudioTracks()[0].getSettings = () => device.getSettings();
    return out.stream;
  };
}
