// Microphones that a test plugs in and pulls out, and a browser that fails as browsers do: `how` is what becomes of the
// next request: 'hangs' (a question left open, until what stands in `held` is called), 'silence' (digital), or the name of
// an error. While it is `exclusive` only one can be open. Whatever the page has got, and every copy it has made of it, is in `tracks`.
if (navigator.mediaDevices) {
  const media = navigator.mediaDevices;
  const given = media.getUserMedia.bind(media);
  const listed = media.enumerateDevices.bind(media);
  const cloned = MediaStreamTrack.prototype.clone;
  const leave = new EventTarget();
  Object.defineProperty(leave, 'state', { get: () => microphones.permission });
  navigator.permissions.query = async () => leave;
  const idOf = ({ deviceId, label }) => deviceId ?? label;
  const keep = (track) => (microphones.tracks.push(track), track);
  MediaStreamTrack.prototype.clone = function () { return keep(Object.assign(cloned.call(this), { device: this.device })); };
  MediaStream.prototype.clone = function () { return new MediaStream(this.getTracks().map((track) => track.clone())); };

  window.microphones = {
    how: null,
    permission: 'prompt',
    exclusive: false,
    devices: null,
    asked: [],
    tracks: [],
    held: [],
    real: null,
    live: () => microphones.tracks.filter((track) => track.readyState === 'live').length,
    opened: () => [...new Set(microphones.tracks.filter((track) => track.readyState === 'live').map((track) => track.device))],
    plug(...devices) {
      microphones.devices = devices;
      media.dispatchEvent(new Event('devicechange'));
    },
    pull(label) {
      const [gone] = microphones.tracks.filter((track) => track.readyState === 'live' && track.device?.label === label);
      gone.stop();
      microphones.plug(...microphones.devices.filter((device) => device.label !== label));
      gone.dispatchEvent(new Event('ended'));
    },
    permit(permission) {
      microphones.permission = permission;
      leave.dispatchEvent(new Event('change'));
    },
    mute(muted) {
      for (const track of microphones.tracks) {
        Object.defineProperty(track, 'muted', { value: muted, configurable: true });
        track.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
      }
    },
  };

  media.enumerateDevices = async () =>
    microphones.devices?.map((device) => ({ kind: 'audioinput', groupId: '', ...device, deviceId: idOf(device) })) ?? listed();

  media.getUserMedia = async (constraints) => {
    const { how } = microphones;
    const { exact } = constraints.audio.deviceId ?? {};
    const group = constraints.audio.groupId?.exact;
    microphones.asked.push(exact ?? null);
    if (how === 'hangs') await new Promise((settle) => microphones.held.push(settle));
    else if (microphones.exclusive && microphones.live() > 0) throw new DOMException('', 'NotReadableError');
    else if (how && how !== 'silence') throw new DOMException(how, how);
    const device = microphones.devices?.find((one) => (!exact || exact === idOf(one)) && (!group || group === one.groupId));
    if (microphones.devices && !device) throw new DOMException('gone', exact ? 'OverconstrainedError' : 'NotFoundError');
    const real = await given(device ? { audio: true } : constraints);
    microphones.real = window.microphone.real?.getAudioTracks()[0];
    const stream = how === 'silence' ? new MediaStreamAudioDestinationNode(new AudioContext()).stream : real;
    for (const track of stream.getTracks()) {
      keep(track).device = device;
      if (device) Object.defineProperty(track, 'label', { value: device.label });
      if (device) track.getSettings = () => ({ deviceId: idOf(device), groupId: device.groupId ?? '' });
    }
    return stream;
  };
}
