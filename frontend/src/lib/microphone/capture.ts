import { exactly, find, isLoopback, microphonesIn, type Choice, type Device } from './devices';
import { failureOf, lacking, type Failure } from './state';

/** `instead`: the microphone that was chosen is not there, and this is the usual one. */
export type Captured = { stream: MediaStream; instead: boolean } | { failed: Failure };

const PROCESSING = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/** Where a page can have no microphone, browsers have no `mediaDevices`. */
export type MicrophoneSource = Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices'> | undefined;

/** Asks for exactly this microphone. */
export async function captureExactly(media: MicrophoneSource, wanted: Choice): Promise<Captured> {
  return ask(media, exactly(wanted, microphonesIn(await enumerated(media))));
}

/** Asks for the chosen microphone; where there is none, or it is not there, for the usual one. */
export async function capture(media: MicrophoneSource, chosen: Choice | null): Promise<Captured> {
  if (!chosen) return usual(media);
  const wanted = present(microphonesIn(await enumerated(media)), chosen);
  const got = wanted ? await captureExactly(media, wanted) : null;
  if (got && !('failed' in got && got.failed === 'none')) return got;
  const other = await usual(media);
  return 'failed' in other ? other : { ...other, instead: true };
}

/** Everything that is plugged in; nothing where the browser does not say. */
export async function enumerated(media: MicrophoneSource): Promise<MediaDeviceInfo[]> {
  return (await media?.enumerateDevices().catch(() => [])) ?? [];
}

export function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) {
    track.onended = track.onmute = track.onunmute = track.onconfigurationchange = null;
    track.stop();
  }
}

/** Before permission is given browsers hide what there is; then the remembered id is worth a try. */
function present(devices: readonly Device[], chosen: Choice): Choice | null {
  const hidden = devices.every(({ label }) => label === '');
  return find(devices, chosen) ?? (hidden ? chosen : null);
}

async function usual(media: MicrophoneSource): Promise<Captured> {
  const got = await ask(media, {});
  if ('failed' in got || !isLoopback(got.stream.getAudioTracks()[0]!.label)) return got;
  stop(got.stream);
  const [other] = microphonesIn(await enumerated(media));
  return other ? captureExactly(media, other) : { failed: 'none' };
}

async function ask(media: MicrophoneSource, which: MediaTrackConstraints): Promise<Captured> {
  if (!media) return { failed: lacking() };
  try {
    const stream = await media.getUserMedia({ audio: { ...which, ...PROCESSING } });
    return { stream, instead: false };
  } catch (error) {
    return { failed: failureOf(error) };
  }
}
