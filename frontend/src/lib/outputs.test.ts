import { expect, test } from 'vitest';
import { found, outputs, playing, SYSTEM, unplugged } from './outputs';

const device = (deviceId: string, groupId = deviceId, label = deviceId): MediaDeviceInfo =>
  ({ kind: 'audiooutput', deviceId, groupId, label }) as MediaDeviceInfo;

const HEADSET = device('headset');
const SPEAKERS = device('speakers');
const DEFAULT = device('default', 'headset', 'Default - headset');
const ALL = [DEFAULT, HEADSET, SPEAKERS];
const chosen = { id: 'headset', label: 'headset' };

test('what can be chosen are devices, not names for what the system chose, and never microphones', () => {
  const microphone = { ...device('mic'), kind: 'audioinput' } as MediaDeviceInfo;
  const unknown = device('');
  expect(outputs([microphone, unknown, ...ALL, device('communications')])).toEqual([
    HEADSET,
    SPEAKERS,
  ]);
});

test('what plays is what was chosen, or what the system chose as far as that is known', () => {
  expect(playing(ALL, { id: 'speakers', label: '' })).toBe(SPEAKERS);
  expect(playing(ALL, SYSTEM)).toBe(HEADSET);
  expect(playing([HEADSET, SPEAKERS], SYSTEM)).toBeUndefined();
});

test('a headset that played and is not there any more has been unplugged, chosen or not', () => {
  const left = [device('default', 'speakers', 'Default - speakers'), SPEAKERS];
  expect(unplugged(ALL, left, chosen)).toBe(HEADSET);
  expect(unplugged(ALL, left, SYSTEM)).toBe(HEADSET);
});

test('nothing has been unplugged where another is gone, or the browser tells nothing any more', () => {
  expect(unplugged(ALL, [DEFAULT, HEADSET], chosen)).toBeUndefined();
  expect(unplugged(ALL, [device('')], chosen)).toBeUndefined();
  expect(unplugged([], ALL, chosen)).toBeUndefined();
  expect(unplugged(ALL, ALL, chosen)).toBeUndefined();
});

test('a remembered output is found by its id, or by a name that only one has', () => {
  expect(found(ALL, chosen)).toBe(HEADSET);
  expect(found([device('other id', 'g', 'headset')], chosen)?.deviceId).toBe('other id');
  const twins = [device('a', 'a', 'headset'), device('b', 'b', 'headset')];
  expect(found(twins, chosen)).toBeUndefined();
});
