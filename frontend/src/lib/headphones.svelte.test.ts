import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Headphones } from './headphones.svelte';
import { Output } from './output.svelte';
import { AHEAD } from './spatial';

/** A node that knows what it leads to. */
class FakeNode {
  readonly leadsTo: unknown[] = [];
  readonly gain = { value: 1 };
  readonly positionX = { value: 0 };
  readonly positionY = { value: 0 };
  readonly positionZ = { value: 0 };

  connect<T>(to: T): T {
    this.leadsTo.push(to);
    return to;
  }

  disconnect(): void {
    this.leadsTo.length = 0;
  }
}

class FakeContext extends EventTarget {
  static made: FakeContext;
  static count = 0;
  static refuses = false;
  state = 'running';
  currentTime = 0;
  destination = {};
  panners: FakeNode[] = [];
  sinkId = '';
  stays = false;

  constructor() {
    super();
    FakeContext.made = this;
    FakeContext.count += 1;
  }

  async setSinkId(id: string): Promise<void> {
    if (this.stays) throw new DOMException('no such output', 'NotFoundError');
    this.sinkId = id;
  }

  /** Panners whose voice still reaches the ears. */
  get heard(): FakeNode[] {
    return this.panners.filter(({ leadsTo }) => leadsTo.includes(this.destination));
  }

  createMediaStreamSource(): FakeNode {
    if (FakeContext.refuses) throw new DOMException('no', 'NotSupportedError');
    return new FakeNode();
  }

  createGain(): FakeNode {
    return new FakeNode();
  }

  createPanner(): FakeNode {
    this.panners.push(new FakeNode());
    return this.panners.at(-1)!;
  }

  async resume(): Promise<void> {}
  async close(): Promise<void> {
    this.becomes('closed');
  }

  becomes(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
    flushSync();
  }
}

const element = { muted: false } as HTMLAudioElement;
let volume = $state(1);
let output: Output;
let headphones: Headphones;
let end: () => void;

beforeEach(async () => {
  vi.useFakeTimers();
  sessionStorage.clear();
  localStorage.clear();
  vi.stubGlobal('AudioContext', FakeContext);
  FakeContext.count = 0;
  element.muted = false;
  volume = 1;
  output = new Output();
  headphones = new Headphones(output);
  end = $effect.root(() => {
    $effect(() => headphones.watch());
    $effect(() =>
      headphones.place(
        element,
        {} as MediaStream,
        () => AHEAD,
        () => volume,
      ),
    );
  });
  flushSync();
});

afterEach(() => {
  end();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function wear(worn: boolean): void {
  headphones.worn = worn;
  flushSync();
}

test('without headphones there is no WebAudio to pay for, and the element is heard', () => {
  expect([FakeContext.count, element.muted]).toEqual([0, false]);
  wear(true);
  expect([FakeContext.count, FakeContext.made.state]).toEqual([1, 'running']);
  wear(false);
  expect([FakeContext.made.state, element.muted]).toEqual(['closed', false]);
  wear(true);
  expect([FakeContext.count, FakeContext.made.heard.length]).toEqual([2, 1]);
});

test('with headphones the voice comes from its direction alone, as loud as chosen; off at once', () => {
  wear(true);
  const [panner] = FakeContext.made.heard;
  expect([element.muted, panner!.positionZ.value]).toEqual([true, -1]);
  volume = 0.5;
  flushSync();
  expect(FakeContext.made.heard).toEqual([panner]);
  wear(false);
  expect([element.muted, FakeContext.made.heard.length]).toEqual([false, 0]);
});

test('where WebAudio is taken away the element is heard at once, until it is back', () => {
  wear(true);
  FakeContext.made.becomes('interrupted');
  expect([element.muted, FakeContext.made.heard.length, headphones.plain]).toEqual([
    false,
    0,
    true,
  ]);
  FakeContext.made.becomes('running');
  expect([element.muted, headphones.plain]).toEqual([true, false]);
});

test('where its clock stands still the element is heard within a second', () => {
  wear(true);
  FakeContext.made.currentTime = 0.5;
  vi.advanceTimersByTime(500);
  flushSync();
  expect(element.muted).toBe(true);
  vi.advanceTimersByTime(500);
  flushSync();
  expect([element.muted, headphones.plain]).toEqual([false, true]);
});

test('once its clock goes on, the voices come from their seats again', () => {
  wear(true);
  vi.advanceTimersByTime(1000);
  flushSync();
  expect([element.muted, headphones.plain]).toEqual([false, true]);
  FakeContext.made.currentTime = 0.5;
  vi.advanceTimersByTime(500);
  flushSync();
  expect([element.muted, headphones.plain]).toEqual([true, false]);
});

test('where WebAudio refuses a voice, or the chosen output, the element is heard', async () => {
  FakeContext.refuses = true;
  wear(true);
  expect([element.muted, headphones.plain]).toEqual([false, true]);
  FakeContext.refuses = false;
  FakeContext.made.stays = true;
  await output.choose({ id: 'headset', label: '' });
  wear(true);
  expect(element.muted).toBe(true);
  await vi.advanceTimersByTimeAsync(0);
  flushSync();
  expect([element.muted, output.state]).toEqual([false, 'plays']);
  FakeContext.made.currentTime = 0.5;
  vi.advanceTimersByTime(1000);
  flushSync();
  expect([element.muted, headphones.plain]).toEqual([false, true]);
});

test('what was chosen is where placed voices come out, and this tab keeps that they are', async () => {
  wear(true);
  await output.choose({ id: 'headset', label: '' });
  flushSync();
  expect(FakeContext.made.sinkId).toBe('headset');
  const again = new Headphones(output);
  expect([again.worn, again.on]).toEqual([true, true]);
});
