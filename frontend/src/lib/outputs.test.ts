import { expect, test } from 'vitest';
import { found, isBack, outputs, playing, SYSTEM, unplugged } from './outputs';

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

test('two of one name, which a browser gives one id, are one to choose', () => {
  const twins = [device('screen', 'one'), SPEAKERS, device('screen', 'other')];
  expect(outputs(twins).map(({ deviceId }) => deviceId)).toEqual(['screen', 'speakers']);
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

const microphone = (deviceId: string): MediaDeviceInfo => ({
  ...device(deviceId),
  kind: 'audioinput',
});
const [HEADSETS, BUILT_IN] = [microphone('headset mic'), microphone('built in')];

test('where no list tells what the system plays by, a headset is known by the microphone that was used', () => {
  const gone = (before: MediaDeviceInfo[], now: MediaDeviceInfo[], used = 'headset mic'): unknown =>
    unplugged(before, now, SYSTEM, used);
  expect(gone([HEADSETS, BUILT_IN], [BUILT_IN])).toBe(HEADSETS);
  expect(gone([HEADSETS], [])).toBe(HEADSETS);
  expect(gone([HEADSETS, HEADSET, SPEAKERS], [SPEAKERS])).toBe(HEADSETS);
  expect(gone([HEADSETS, BUILT_IN], [BUILT_IN], 'built in')).toBeUndefined();
  expect(gone([HEADSETS, BUILT_IN], [BUILT_IN], '')).toBeUndefined();
  expect(gone([HEADSETS], [microphone('')])).toBeUndefined();
  expect(isBack([BUILT_IN], HEADSETS)).toBe(false);
  expect(isBack([BUILT_IN, HEADSETS], HEADSETS)).toBe(true);
});

test('where nobody tells which microphone was used, it may be any that is pulled out', () => {
  const unknown = [microphone('default'), device('default', 'nobody’s', 'Default')];
  const all = [...unknown, HEADSETS, BUILT_IN, HEADSET, SPEAKERS];
  const left = [...unknown, BUILT_IN, SPEAKERS];
  expect(unplugged(all, left, SYSTEM, 'default')).toBe(HEADSETS);
  expect(unplugged(all, [...left, HEADSETS], SYSTEM, 'default')).toBeUndefined();
  expect(unplugged(left, all, SYSTEM, 'default')).toBeUndefined();
  expect(unplugged(all, [...left, microphone('other')], SYSTEM, 'default')).toBeUndefined();
  expect(unplugged([microphone('')], all, SYSTEM, 'default')).toBeUndefined();
  expect(unplugged([microphone('')], all, SYSTEM)).toBeUndefined();
  expect(isBack(all, HEADSETS)).toBe(true);
});

test('a telephone that lists its own earpiece in the place of a headset has lost the headset', () => {
  const [usual, speakerphone] = [microphone('default'), microphone('Speakerphone')];
  const [wired, earpiece] = [microphone('Wired headset'), microphone('Headset earpiece')];
  const [worn, bare] = [
    [usual, speakerphone, wired],
    [usual, speakerphone, earpiece],
  ];
  expect(unplugged(worn, bare, SYSTEM, 'default')).toBe(wired);
  expect(unplugged(bare, worn, SYSTEM, 'default')).toBeUndefined();
  expect(unplugged(bare, bare, SYSTEM, 'default')).toBeUndefined();
});

test('the only microphone that is pulled out is back with itself, and with no other', () => {
  const unknown = [microphone('default'), device('default', 'nobody’s', 'Default')];
  const all = [...unknown, HEADSETS, HEADSET, SPEAKERS];
  const gone = unplugged(all, [SPEAKERS], SYSTEM, 'default')!;
  expect(gone).toBe(HEADSETS);
  expect(isBack([...unknown, BUILT_IN, SPEAKERS], gone)).toBe(false);
  expect(isBack(all, gone)).toBe(true);
});

test('where a list tells what plays, a microphone that is pulled out says nothing of it', () => {
  expect(unplugged([...ALL, HEADSETS], ALL, SYSTEM, 'headset mic')).toBeUndefined();
  expect(
    unplugged([SPEAKERS, HEADSETS], [SPEAKERS], { id: 'speakers', label: '' }, 'headset mic'),
  ).toBeUndefined();
});

test('a remembered output is found by its id, or by a name that only one has', () => {
  expect(found(ALL, chosen)).toBe(HEADSET);
  expect(found([device('other id', 'g', 'headset')], chosen)?.deviceId).toBe('other id');
  const twins = [device('a', 'a', 'headset'), device('b', 'b', 'headset')];
  expect(found(twins, chosen)).toBeUndefined();
});
