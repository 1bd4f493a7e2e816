import { expect, test } from 'vitest';
import { exactly, find, isLoopback, microphonesIn, sourceOf } from './devices';

const device = (deviceId: string, label: string, groupId = '', kind = 'audioinput') =>
  ({ deviceId, label, groupId, kind }) as MediaDeviceInfo;
const track = (settings: MediaTrackSettings) =>
  ({ getSettings: () => settings }) as MediaStreamTrack;

test.each([
  'Monitor of Built-in Audio Analog Stereo',
  'monitor of Speakers',
  'Monitor von Lautsprecher',
  'Moniteur de Audio interne',
  'Monitor de Audio Interno',
  'Stereo Mix (Realtek)',
  'Stereomix',
  'Default - Stereo Mix (Realtek)',
  'Mixage stéréo (Realtek(R) Audio)',
  'Mezcla estéreo (Realtek(R) Audio)',
  'Missaggio stereo (Realtek(R) Audio)',
  'Mixagem estéreo (Realtek(R) Audio)',
  'Miks stereo (Realtek(R) Audio)',
])('%s records the loudspeakers', (label) => expect(isLoopback(label)).toBe(true));

test.each([
  'LG Monitor',
  'Monitor',
  'Monitor office camera',
  'Default - LG Monitor',
  'Microphone stéréo',
  'Headset',
  '',
])('%s may be a microphone', (label) => expect(isLoopback(label)).toBe(false));

test('only microphones are listed, each once, and none by an alias', () => {
  const all = [
    device('default', 'Default - Headset', 'usb'),
    device('communications', 'Communications - Headset', 'usb'),
    device('a', 'Headset', 'usb'),
    device('b', 'Built-in', 'laptop'),
    device('b', 'Built-in', 'laptop'),
    device('c', 'Monitor of Built-in', 'laptop'),
    device('d', 'Loudspeakers', 'laptop', 'audiooutput'),
    device('', '', ''),
  ];
  expect(microphonesIn(all).map(({ label }) => label)).toEqual(['Headset', 'Built-in']);
});

test('where aliases are all there is they are listed', () => {
  expect(microphonesIn([device('default', 'Default')]).map(({ id }) => id)).toEqual(['default']);
});

test('so is one that stands for nothing else in the list, below the others', () => {
  const all = [
    device('default', 'Default', 'nobody’s'),
    device('a', 'Headset', 'usb'),
    device('b', 'Built-in', 'laptop'),
  ];
  expect(microphonesIn(all).map(({ label }) => label)).toEqual(['Headset', 'Built-in', 'Default']);
  expect(sourceOf(track({ deviceId: 'default', groupId: 'nobody’s' }), all)?.label).toBe('Default');
  const loopback = device('default', 'Default - Stereo Mix', 'nobody’s');
  expect(microphonesIn([loopback, ...all.slice(1)]).map(({ id }) => id)).toEqual(['a', 'b']);
});

test('an alias is known by its name, for a group may have several microphones', () => {
  const all = [
    device('default', 'Standard - Line In', 'board'),
    device('a', 'Microphone', 'board'),
    device('b', 'Line In', 'board'),
  ];
  expect(microphonesIn(all).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(sourceOf(track({ deviceId: 'default', groupId: 'board' }), all)?.label).toBe('Line In');
});

test('those of one name are numbered, those without a name are not', () => {
  const named = [device('a', 'Same'), device('b', 'Other'), device('c', 'Same')];
  expect(microphonesIn(named).map(({ twin }) => twin)).toEqual([1, null, 2]);
  expect(microphonesIn([device('a', ''), device('b', '')]).map(({ twin }) => twin)).toEqual([
    null,
    null,
  ]);
});

test('an open capture is found in the list, also one asked for by an alias', () => {
  const all = [
    device('default', 'Default - Headset', 'usb'),
    device('a', 'Built-in', 'laptop'),
    device('b', 'Headset', 'usb'),
  ];
  expect(sourceOf(track({ deviceId: 'a', groupId: 'laptop' }), all)?.label).toBe('Built-in');
  expect(sourceOf(track({ deviceId: 'default', groupId: 'usb' }), all)?.label).toBe('Headset');
  expect(sourceOf(track({}), all)).toBe(null);
  expect(sourceOf(track({ deviceId: 'unlisted' }), all)).toBe(null);
});

test('found by group among those of one id, by id, or by name, and never by no name', () => {
  const devices = microphonesIn([
    device('same', 'Twin', 'left'),
    device('same', 'Twin', 'right'),
    device('x', ''),
  ]);
  expect(find(devices, { id: 'same', group: 'right', label: '' })?.group).toBe('right');
  expect(find(devices, { id: 'same', group: 'new', label: '' })?.group).toBe('left');
  expect(find(devices, { id: 'new', group: 'new', label: 'Twin' })?.group).toBe('left');
  expect(find(devices, { id: 'new', group: 'new', label: '' })).toBe(null);
});

test('asked for exactly; by the group too where one id is not enough', () => {
  const twins = microphonesIn([device('same', 'Twin', 'left'), device('same', 'Twin', 'right')]);
  expect(exactly(twins[1]!, twins)).toEqual({
    deviceId: { exact: 'same' },
    groupId: { exact: 'right' },
  });
  expect(exactly(twins[0]!, [twins[0]!])).toEqual({ deviceId: { exact: 'same' } });
});
