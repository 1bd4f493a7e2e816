/** What an output is known by: the id may change when a browser forgets, its name then still tells. */
export interface Chosen {
  id: string;
  label: string;
}

/** The output the system chooses, whichever that is. */
export const SYSTEM: Chosen = { id: '', label: '' };

/** Names that browsers give to whatever the system has chosen; not devices of their own. */
const ALIASES = ['default', 'communications'];

/** The headphones and loudspeakers among these devices that a person can choose. */
export function outputs(devices: readonly MediaDeviceInfo[]): MediaDeviceInfo[] {
  return devices.filter(
    ({ kind, deviceId }) => kind === 'audiooutput' && deviceId && !ALIASES.includes(deviceId),
  );
}

/** The device that plays, as far as the browser tells. */
export function playing(
  devices: readonly MediaDeviceInfo[],
  chosen: Chosen,
): MediaDeviceInfo | undefined {
  if (chosen.id) return outputs(devices).find(({ deviceId }) => deviceId === chosen.id);
  const usual = devices.find(
    ({ kind, deviceId }) => kind === 'audiooutput' && deviceId === 'default',
  );
  return outputs(devices).find(({ groupId }) => usual && groupId === usual.groupId);
}

/** The device that played and has been unplugged, so that the system would go on elsewhere. */
export function unplugged(
  before: readonly MediaDeviceInfo[],
  now: readonly MediaDeviceInfo[],
  chosen: Chosen,
): MediaDeviceInfo | undefined {
  const played = playing(before, chosen);
  const left = outputs(now);
  const gone = left.length > 0 && !left.some(({ deviceId }) => deviceId === played?.deviceId);
  return gone ? played : undefined;
}

/** The same device under these: by its id, otherwise by its name where only one has it. */
export function found(
  devices: readonly MediaDeviceInfo[],
  chosen: Chosen,
): MediaDeviceInfo | undefined {
  const there = outputs(devices);
  const named = there.filter(({ label }) => label && label === chosen.label);
  return (
    there.find(({ deviceId }) => deviceId === chosen.id) ??
    (named.length === 1 ? named[0] : undefined)
  );
}
