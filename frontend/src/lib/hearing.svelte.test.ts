import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Hearing } from './hearing.svelte';
import { Output, type OutputState } from './output.svelte';

let output: Output;
let hearing: Hearing;
let voice: HTMLAudioElement;
let end: () => void;

beforeEach(async () => {
  sessionStorage.clear();
  output = new Output();
  hearing = new Hearing(output, 'circle');
  voice = new Audio();
  hearing.playback.keep(voice);
  end = $effect.root(() => {
    $effect(() => hearing.follow());
  });
  await becomes('plays');
  await vi.waitFor(() => expect(voice.paused).toBe(false));
  hearing.headphones.worn = true;
});

afterEach(() => {
  end();
  hearing.close();
});

async function becomes(state: OutputState): Promise<void> {
  output.state = state;
  flushSync();
  await Promise.resolve();
}

test('once a headset is unplugged nothing sounds, and it is not worn any more, here or elsewhere', async () => {
  await becomes('gone');
  expect([voice.paused, hearing.headphones.worn]).toEqual([true, false]);
  await becomes('plays');
  await vi.waitFor(() => expect(voice.paused).toBe(false));
  expect(hearing.headphones.worn).toBe(false);
});

test('voices are led away from an unplugged headset once they are silent, so that they are led anew to it when it is back', async () => {
  const led: [string, boolean][] = [];
  let sink = 'headset';
  const setSinkId = async (id: string): Promise<void> => {
    led.push([(sink = id), voice.paused]);
  };
  Object.defineProperties(voice, { sinkId: { get: () => sink }, setSinkId: { value: setSinkId } });
  output.chosen = { id: 'headset', label: 'my headset' };
  await becomes('gone');
  await becomes('plays');
  await vi.waitFor(() => expect(voice.paused).toBe(false));
  expect(led).toEqual([
    ['', true],
    ['headset', true],
  ]);
});

test('a headset that is missing is not worn; what the system chose may be', async () => {
  await becomes('missing');
  expect([voice.paused, hearing.headphones.worn]).toEqual([false, false]);
  hearing.headphones.worn = true;
  flushSync();
  expect(hearing.headphones.worn).toBe(true);
});

test('what is only supposed to be gone is silent, and still worn', async () => {
  const devices = ['headset', 'built in'].map((deviceId) => ({ kind: 'audioinput', deviceId }));
  const enumerateDevices = vi.fn(async () => devices);
  vi.stubGlobal('navigator', { mediaDevices: { enumerateDevices } });
  await output.knowsMicrophone({ id: 'headset', group: '', label: '' });
  const reading = output.microphoneEnded();
  flushSync();
  expect([voice.paused, hearing.headphones.worn]).toEqual([true, true]);
  await reading;
  flushSync();
  await vi.waitFor(() => expect(voice.paused).toBe(false));
  expect(hearing.headphones.worn).toBe(true);
  vi.unstubAllGlobals();
});
