import { isAlias } from '../devices';

/** What a microphone is known by, and remembered: browsers change ids, people's devices keep their names. */
export interface Choice {
  id: string;
  /** Tells two of one id apart (Firefox makes the id of the name). */
  group: string;
  label: string;
}

/** A microphone as it is listed. `twin` numbers those that have one name. */
export interface Device extends Choice {
  key: string;
  twin: number | null;
}

/**
 * What records the loudspeakers is no microphone: it would send the circle its own voices. On Windows its name is in the
 * system's language, and Chromium puts "Default - " before that of the usual device, in its own.
 */
const LOOPBACK =
  /(^| - )(monitor (of|von|van|de|di|du|af|av)|moniteur de|stereo ?mix|what u hear|(mixagem?|mezcla|mistura|missaggio|miks) e?st[eé]r[eé]o)(?!\p{L})/iu;

export function isLoopback(label: string): boolean {
  return LOOPBACK.test(label);
}

/** The microphones a person can choose from, each once; by an alias only where nothing tells what that stands for. */
export function microphonesIn(all: readonly MediaDeviceInfo[]): Device[] {
  const real = all.filter(isReal);
  const unknown = all.filter((one) => isUsable(one) && isAlias(one.deviceId) && !meant(one, real));
  const byKey = new Map(
    [...real, ...unknown].map(({ deviceId, groupId, label }) => {
      const key = `${deviceId} ${groupId}`;
      return [key, { key, id: deviceId, group: groupId, label }];
    }),
  );
  return numbered([...byKey.values()]);
}

const isUsable = ({ kind, deviceId, label }: MediaDeviceInfo): boolean =>
  kind === 'audioinput' && deviceId !== '' && !isLoopback(label);

const isReal = (one: MediaDeviceInfo): boolean => isUsable(one) && !isAlias(one.deviceId);

/** What an alias stands for: by its name ("Default - Headset"), for a group may have several; or else by its group. */
function meant(
  alias: MediaDeviceInfo,
  real: readonly MediaDeviceInfo[],
): MediaDeviceInfo | undefined {
  return (
    real.find(({ label }) => label && alias.label.endsWith(` - ${label}`)) ??
    real.find(({ groupId }) => groupId && groupId === alias.groupId)
  );
}

function numbered(devices: Omit<Device, 'twin'>[]): Device[] {
  return devices.map((device, index) => {
    const twins = (among: typeof devices): number =>
      among.filter(({ label }) => label !== '' && label === device.label).length;
    return { ...device, twin: twins(devices) > 1 ? twins(devices.slice(0, index + 1)) : null };
  });
}

/** The same microphone in this list: by its id and group, or its id, or else by its name. */
export function find(devices: readonly Device[], wanted: Choice): Device | null {
  const sameId = devices.filter(({ id }) => id === wanted.id);
  return (
    sameId.find(({ group }) => group === wanted.group) ??
    sameId[0] ??
    devices.find(({ label }) => label !== '' && label === wanted.label) ??
    null
  );
}

/** The listed microphone that this track comes from, also where it was asked for by an alias. */
export function sourceOf(track: MediaStreamTrack, all: readonly MediaDeviceInfo[]): Device | null {
  const { deviceId = '', groupId = '' } = track.getSettings();
  const alias = all.find((one) => isUsable(one) && isAlias(deviceId) && one.deviceId === deviceId);
  const is = (alias && meant(alias, all.filter(isReal))) ?? { deviceId, groupId };
  return find(microphonesIn(all), { id: is.deviceId, group: is.groupId, label: '' });
}

/** What asks for this microphone and for no other. */
export function exactly(
  wanted: Choice,
  devices: readonly Device[],
): Pick<MediaTrackConstraints, 'deviceId' | 'groupId'> {
  const several = devices.filter(({ id }) => id === wanted.id).length > 1;
  return {
    deviceId: { exact: wanted.id },
    ...(several ? { groupId: { exact: wanted.group } } : {}),
  };
}
