import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Output } from './output.svelte';

const device = (deviceId: string): MediaDeviceInfo =>
  ({
    kind: 'audiooutput',
    deviceId,
    groupId: deviceId,
    label: `my ${deviceId}`,
  }) as MediaDeviceInfo;

let there: string[];
const kept = new Map<string, string>();

/** Sounds, and can be led to what is there. */
class FakeSounding {
  sinkId = '';
  setSinkId = vi.fn(async (id: string) => {
    if (id !== '' && !there.includes(id)) throw new DOMException('not here', 'NotFoundError');
    this.sinkId = id;
  });
}

beforeEach(() => {
  there = ['headset', 'speakers'];
  kept.clear();
  vi.stubGlobal('navigator', {
    mediaDevices: { enumerateDevices: async () => there.map(device) },
  });
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});

afterEach(() => vi.unstubAllGlobals());

async function chose(id: string): Promise<Output> {
  const output = new Output();
  await output.refresh();
  await output.choose({ id, label: `my ${id}` });
  return output;
}

test('a choice leads what sounds now and what sounds later, and is remembered by this browser', async () => {
  const [now, later, nextTime] = [new FakeSounding(), new FakeSounding(), new FakeSounding()];
  const output = new Output();
  await output.lead(now);
  await output.choose({ id: 'headset', label: 'my headset' });
  await output.lead(later);
  await new Output().lead(nextTime);
  expect([now.sinkId, later.sinkId, nextTime.sinkId]).toEqual(['headset', 'headset', 'headset']);
});

test('what was remembered and is not here is said; the system’s plays, until it is here', async () => {
  await chose('headset');
  there = ['speakers'];
  const output = new Output();
  const voice = new FakeSounding();
  await output.lead(voice);
  expect([output.state, output.lost, voice.sinkId]).toEqual(['missing', 'my headset', '']);
  there = ['headset', 'speakers'];
  await output.refresh();
  expect([output.state, voice.sinkId]).toEqual(['plays', 'headset']);
});

test('what played and is unplugged is said, and plays nowhere else, until it is back', async () => {
  const output = await chose('headset');
  await output.lead(new FakeSounding());
  there = ['speakers'];
  await output.refresh();
  await output.refresh();
  expect([output.state, output.lost]).toEqual(['gone', 'my headset']);
  there = ['headset', 'speakers'];
  await output.refresh();
  expect(output.state).toBe('plays');
});

test('a headset of which only the microphone is listed is held too, until it is back or the person says so', async () => {
  const listed = (...ids: string[]): void => {
    const there = ids.map((id) => ({ ...device(id), kind: 'audioinput' }));
    vi.stubGlobal('navigator', { mediaDevices: { enumerateDevices: async () => there } });
  };
  listed('headset', 'built in');
  const output = new Output();
  await output.lead(new FakeSounding());
  await output.knowsMicrophone({ id: 'headset', group: '', label: '' });
  listed('built in');
  await output.knowsMicrophone(null);
  expect([output.state, output.lost]).toEqual(['gone', 'my headset']);
  listed('headset', 'built in');
  await output.refresh();
  expect(output.state).toBe('plays');
  listed();
  await output.refresh();
  expect(output.state).toBe('gone');
  await output.choose({ id: '', label: '' });
  await output.refresh();
  expect(output.state).toBe('plays');
});

describe('a headset whose microphone ends is held before anything is listed', () => {
  const microphones = ['headset', 'built in'].map((id) => ({ ...device(id), kind: 'audioinput' }));
  const others = microphones.slice(1);
  const withheld = microphones.map((each) => ({ ...each, deviceId: '', label: '' }));

  test.each([
    ['no longer if it is still here', [microphones], 'plays'],
    ['further if it is not', [others], 'gone'],
    ['no longer if the permission was taken back, so that nothing is named', [withheld], 'plays'],
    ['further if it was missing when that was taken back', [others, withheld], 'gone'],
  ])('%s', async (_, lists, state) => {
    const enumerateDevices = vi.fn(async () => microphones);
    vi.stubGlobal('navigator', { mediaDevices: { enumerateDevices } });
    const output = new Output();
    await output.lead(new FakeSounding());
    await output.knowsMicrophone({ id: 'headset', group: '', label: '' });
    let answers = (_: typeof microphones): void => undefined;
    enumerateDevices.mockImplementation(() => new Promise((done) => (answers = done)));
    let reading = output.microphoneEnded();
    expect([output.held, output.state, output.lost]).toEqual([true, 'plays', '']);
    for (const listed of lists) {
      answers(listed);
      await reading;
      reading = output.refresh();
    }
    expect([output.held, output.state]).toEqual([state === 'gone', state]);
  });

  test('further, and this is said, if nothing can be listed', async () => {
    const enumerateDevices = vi.fn(async () => microphones);
    vi.stubGlobal('navigator', { mediaDevices: { enumerateDevices } });
    const output = new Output();
    await output.lead(new FakeSounding());
    await output.knowsMicrophone({ id: 'headset', group: '', label: '' });
    enumerateDevices.mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'));
    await output.microphoneEnded();
    expect([output.state, output.lost]).toEqual(['gone', 'my headset']);
    await output.refresh();
    expect([output.held, output.state]).toEqual([false, 'plays']);
  });
});

test('where a list tells what plays, a microphone that ends says nothing of it', async () => {
  const output = await chose('speakers');
  await output.lead(new FakeSounding());
  await output.knowsMicrophone({ id: 'headset', group: '', label: '' });
  void output.microphoneEnded();
  expect([output.held, output.state]).toEqual([false, 'plays']);
});

test('a list that cannot be had says of nothing that it is unplugged', async () => {
  const output = await chose('headset');
  await output.lead(new FakeSounding());
  const refuses = (): Promise<never> => Promise.reject(new DOMException('no', 'NotAllowedError'));
  vi.stubGlobal('navigator', { mediaDevices: { enumerateDevices: refuses } });
  await output.refresh();
  expect(output.state).toBe('plays');
});

test('while nothing sounds yet, nothing is missed', async () => {
  const output = await chose('headset');
  there = ['speakers'];
  await output.refresh();
  expect(output.state).toBe('plays');
});

test('after it is unplugged the person may choose another', async () => {
  const output = await chose('headset');
  const voice = new FakeSounding();
  await output.lead(voice);
  there = ['speakers'];
  await output.refresh();
  await output.choose({ id: '', label: '' });
  expect([output.state, voice.sinkId]).toEqual(['plays', '']);
});

test('a choice that cannot be had leaves what played, and is said', async () => {
  const output = await chose('headset');
  const [voice, easy] = [new FakeSounding(), new FakeSounding()];
  easy.setSinkId = vi.fn(async (id: string) => void (easy.sinkId = id));
  await output.lead(voice);
  await output.lead(easy);
  await output.choose({ id: 'hdmi', label: 'my hdmi' });
  expect(easy.sinkId).toBe('headset');
  expect([output.refused, output.chosen.id, voice.sinkId]).toEqual([
    'my hdmi',
    'headset',
    'headset',
  ]);
  await output.choose({ id: 'speakers', label: 'my speakers' });
  expect(output.refused).toBe(null);
});

test('where another one cannot be had either, what is missing is still said to be, and taken up once it is here', async () => {
  await chose('headset');
  there = ['speakers'];
  const output = new Output();
  const voice = new FakeSounding();
  await output.lead(voice);
  await output.choose({ id: 'hdmi', label: 'my hdmi' });
  expect([output.state, output.lost, output.refused]).toEqual(['missing', 'my headset', 'my hdmi']);
  there = ['headset', 'speakers'];
  await output.refresh();
  expect([output.state, output.refused, voice.sinkId]).toEqual(['plays', null, 'headset']);
});

test('what is unplugged is named, and not what was tried in its place', async () => {
  const output = await chose('headset');
  await output.lead(new FakeSounding());
  there = ['speakers'];
  await output.refresh();
  await output.choose({ id: 'hdmi', label: 'my hdmi' });
  expect([output.state, output.lost, output.refused]).toEqual(['gone', 'my headset', 'my hdmi']);
});

test('a voice that comes while a choice is being followed sounds there, too', async () => {
  const output = await chose('speakers');
  const [slow, late] = [new FakeSounding(), new FakeSounding()];
  await output.lead(slow);
  let leads = (): void => undefined;
  slow.setSinkId = vi.fn(async (id: string) => {
    await new Promise<void>((done) => (leads = done));
    slow.sinkId = id;
  });
  const choosing = output.choose({ id: 'headset', label: 'my headset' });
  await vi.waitFor(() => expect(slow.setSinkId).toHaveBeenCalled());
  await output.lead(late);
  leads();
  await choosing;
  expect([slow.sinkId, late.sinkId]).toEqual(['headset', 'headset']);
});

test('of several choices in quick succession the last one holds', async () => {
  const output = new Output();
  const voice = new FakeSounding();
  await output.lead(voice);
  void output.choose({ id: 'headset', label: '' });
  void output.choose({ id: 'speakers', label: '' });
  await output.choose({ id: 'headset', label: '' });
  expect([voice.sinkId, output.chosen.id]).toEqual(['headset', 'headset']);
  expect(voice.setSinkId.mock.calls.map(([id]) => id)).toEqual(['headset']);
});

test('where storage is denied the choice holds as long as the page', async () => {
  vi.stubGlobal('localStorage', undefined);
  const output = await chose('speakers');
  expect([output.state, output.chosen.id]).toEqual(['plays', 'speakers']);
});
