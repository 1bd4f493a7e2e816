import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ResumingAudioContext } from './audio-context.svelte';
import { Loudness, SILENCE_DB } from './loudness';

/** A context that a call may interrupt. */
class FakeContext extends EventTarget {
  state = 'suspended';
  forbidden = false;

  async resume(): Promise<void> {
    if (this.forbidden) throw new DOMException('in a call', 'InvalidStateError');
    this.becomes('running');
  }

  async close(): Promise<void> {
    this.becomes('closed');
  }

  becomes(state: string): void {
    if (this.state === state) return;
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }

  createMediaStreamSource(): never {
    throw new DOMException('no audio track', 'InvalidStateError');
  }
}

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
const stream = {} as MediaStream;

beforeEach(() => {
  vi.stubGlobal('document', page);
  vi.stubGlobal('AudioContext', FakeContext);
});
afterEach(() => vi.unstubAllGlobals());

async function opened(): Promise<[ResumingAudioContext, FakeContext]> {
  const audio = new ResumingAudioContext();
  await audio.open();
  return [audio, audio.context as unknown as FakeContext];
}

test.each(['interrupted', 'suspended'])('a context that was %s is resumed', async (state) => {
  const [audio, context] = await opened();
  expect(audio.running).toBe(true);
  context.becomes(state);
  await vi.waitFor(() => expect(context.state).toBe('running'));
});

test.each(['pointerup', 'visibilitychange'])(
  'one that may not run yet is resumed at %s',
  async (at) => {
    const [audio, context] = await opened();
    context.forbidden = true;
    context.becomes('interrupted');
    await Promise.resolve();
    expect(audio.running).toBe(false);
    context.forbidden = false;
    page.dispatchEvent(new Event(at));
    await vi.waitFor(() => expect(audio.running).toBe(true));
  },
);

test('one that was closed stays closed', async () => {
  const [audio, context] = await opened();
  audio.close();
  page.dispatchEvent(new Event('pointerup'));
  await Promise.resolve();
  expect(context.state).toBe('closed');
});

test('without a context only what is measured is lost', async () => {
  vi.stubGlobal('AudioContext', function () {
    throw new DOMException('no hardware', 'NotSupportedError');
  });
  const audio = new ResumingAudioContext();
  await audio.open();
  expect([audio.context, audio.running]).toEqual([null, false]);
  const loudness = new Loudness(audio.context, stream);
  expect([loudness.measures, loudness.db()]).toEqual([false, SILENCE_DB]);
  loudness.close();
  audio.close();
});

test('a context that refuses a stream costs only what is measured', async () => {
  const [audio] = await opened();
  const loudness = new Loudness(audio.context, stream);
  expect([loudness.measures, loudness.db()]).toEqual([false, SILENCE_DB]);
  loudness.close();
});
