import { hasLost, isAlias } from './devices';

/** What an output is known by: the id may change when a browser forgets, its name then still tells. */
export interface Chosen {
  id: string;
  label: string;
}

/** The output the system chooses, whichever that is. */
export const SYSTEM: Chosen = { id: '', label: '' };

/** The headphones and loudspeakers among these devices that a person can choose. Firefox has one id for all of one name. */
export function outputs(devices: readonly MediaDeviceInfo[]): MediaDeviceInfo[] {
  return devices.filter(
    ({ kind, deviceId }, at) =>
      kind === 'audiooutput' &&
      deviceId &&
      !isAlias(deviceId) &&
      at === devices.findIndex((one) => one.kind === kind && one.deviceId === deviceId),
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

/**
 * The device that played and has been unplugged, so that the system would go on elsewhere. Not every browser tells what
 * the system has chosen; there a headset is known by its microphone. `microphone` is the id of the one used last.
 */
export function unplugged(
  before: readonly MediaDeviceInfo[],
  now: readonly MediaDeviceInfo[],
  chosen: Chosen,
  microphone = '',
): MediaDeviceInfo | undefined {
  const played = playing(before, chosen);
  if (!played && chosen.id === SYSTEM.id) return pulledOut(before, now, microphone);
  const left = outputs(now);
  const gone = left.length > 0 && !left.some(({ deviceId }) => deviceId === played?.deviceId);
  return gone ? played : undefined;
}

/**
 * This microphone, if it was listed and is not any more; of one that is only known as the usual one, any of a list that
 * has lost one. A browser that withdraws its permission lists some without id.
 */
function pulledOut(
  before: readonly MediaDeviceInfo[],
  now: readonly MediaDeviceInfo[],
  id: string,
): MediaDeviceInfo | undefined {
  const were = before.filter(isMicrophone);
  const are = now.filter(isMicrophone);
  const ids = are.map(({ deviceId }) => deviceId);
  if (ids.includes('')) return undefined;
  const any = isAlias(id) && hasLost(were, are);
  return were.find(
    ({ deviceId }) => deviceId && !ids.includes(deviceId) && (any || deviceId === id),
  );
}

const isMicrophone = ({ kind, deviceId }: MediaDeviceInfo): boolean =>
  kind === 'audioinput' && !isAlias(deviceId);

/** Whether what was unplugged is here again, and the system plays by it as far as the browser tells. */
export function isBack(devices: readonly MediaDeviceInfo[], gone: MediaDeviceInfo): boolean {
  if (!isMicrophone(gone)) return playing(devices, SYSTEM)?.label === gone.label;
  return devices.filter(isMicrophone).some(({ deviceId }) => deviceId === gone.deviceId);
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
