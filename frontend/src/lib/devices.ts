/** Chromium lists the usual device once more under these ids, of microphones and of outputs. */
export const isAlias = (id: string): boolean => id === 'default' || id === 'communications';

type Named = Pick<MediaDeviceInfo, 'label'>;

/** Whether somebody has pulled a microphone out between these two lists. */
export const hasLost = (before: readonly Named[], now: readonly Named[]): boolean =>
  now.length < before.length || (listsOwn(now) && !listsOwn(before));

/** Chromium on Android lists its own by this name, in every language, or a headset by wire in its place. */
const listsOwn = (devices: readonly Named[]): boolean =>
  devices.some(({ label }) => /^Headset earpiece$/.test(label));
