import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Microphone } from './microphone.svelte';
import { inBrowser } from './storage';
import {
  FakeMedia,
  FakeMeter,
  FakePermission,
  type FakeDevice,
  type Request,
} from './microphone/testing';

const BUILT_IN: FakeDevice = { deviceId: 'built-in', groupId: 'laptop', label: 'Built-in' };
const HEADSET: FakeDevice = { deviceId: 'headset', groupId: 'usb', label: 'Headset' };
const DESK: FakeDevice = { deviceId: 'desk', groupId: 'desk', label: 'Desk microphone' };
const MONITOR: FakeDevice = { deviceId: 'out', groupId: 'laptop', label: 'Monitor of Speakers' };

const keyOf = ({ deviceId, groupId }: FakeDevice): string => `${deviceId} ${groupId}`;

let media: FakeMedia;
let permission: FakePermission;
let meters: FakeMeter[];
let loud: number;
let microphone: Microphone;
let unwatch: () => void;

const settled = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
const passes = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

function visit(devices: FakeDevice[] = [BUILT_IN, HEADSET]): void {
  unwatch?.();
  media = new FakeMedia(devices);
  permission = new FakePermission();
  vi.stubGlobal('navigator', {
    mediaDevices: media,
    permissions: { query: async () => permission },
  });
  meters = [];
  microphone = new Microphone(() => {
    meters.push(new FakeMeter(loud));
    return meters.at(-1)!;
  });
  unwatch = microphone.watch();
}

/** The device from which sound comes now, of all that were ever opened. */
const inUse = (): string[] => media.live.map(({ label }) => label);

beforeEach(() => {
  vi.useFakeTimers();
  loud = -60;
  inBrowser.remove('microphone');
  visit();
});

afterEach(() => {
  microphone.release();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('asking', () => {
  test('an open microphone sends nothing yet', async () => {
    await microphone.open();
    expect(microphone.state.is).toBe('open');
    expect(media.live.map(({ enabled }) => enabled)).toEqual([false]);
  });

  test('a question that stands open is said to be one; one that is answered at once never is', async () => {
    media.prompts = true;
    const opening = microphone.open();
    await passes(900);
    expect(microphone.state.is).toBe('asking');
    await passes(200);
    expect(microphone.state.is).toBe('waiting');
    media.requests[0]!.settle();
    await opening;
    expect(microphone.state.is).toBe('open');
    await passes(5000);
    expect(microphone.state.is).toBe('open');
  });

  test('a slow device of a page that is allowed asks nobody', async () => {
    permission.state = 'granted';
    media.prompts = true;
    void microphone.open();
    await passes(5000);
    expect(microphone.state.is).toBe('asking');
  });

  test.each([
    ['NotAllowedError', 'denied'],
    ['SecurityError', 'denied'],
    ['NotFoundError', 'none'],
    ['OverconstrainedError', 'none'],
    ['NotReadableError', 'busy'],
    ['AbortError', 'busy'],
  ])('%s is told as %s', async (name, is) => {
    media.prompts = true;
    const opening = microphone.open();
    await settled();
    media.requests[0]!.refuse(name);
    await opening;
    expect(microphone.state.is).toBe(is);
  });

  test.each([
    ['a page of plain http', false, 'insecure'],
    ['a page that an app shows', true, 'withheld'],
  ])('%s has none to ask', async (_, isSecureContext, is) => {
    unwatch();
    vi.stubGlobal('navigator', {});
    vi.stubGlobal('isSecureContext', isSecureContext);
    microphone = new Microphone();
    unwatch = microphone.watch();
    expect([microphone.state.is, microphone.possible]).toEqual([is, false]);
    await microphone.open();
    expect(microphone.state.is).toBe(is);
  });

  test('what the browser has forbidden before cannot be offered, until it is allowed', async () => {
    expect(microphone.possible).toBe(true);
    unwatch();
    permission.state = 'denied';
    unwatch = microphone.watch();
    await settled();
    expect([microphone.state.is, microphone.possible]).toEqual(['released', false]);
    permission.becomes('granted');
    expect([microphone.state.is, microphone.possible]).toEqual(['released', true]);
  });

  test('nor can one that was asked for and is not to be had', async () => {
    visit([]);
    await microphone.open();
    expect([microphone.state.is, microphone.possible]).toEqual(['none', false]);
  });

  test('asked twice, the browser is asked once', async () => {
    await Promise.all([microphone.open(), microphone.open()]);
    await microphone.open();
    expect(media.requests).toHaveLength(1);
  });

  test('what is allowed in the browser’s settings is taken up, and what is forbidden there is let go', async () => {
    media.denied = true;
    await microphone.open();
    expect(microphone.state.is).toBe('denied');
    media.denied = false;
    permission.becomes('granted');
    await settled();
    expect(microphone.state.is).toBe('open');
    permission.becomes('denied');
    expect(microphone.state.is).toBe('denied');
    expect(inUse()).toEqual([]);
  });

  test.each([
    ['before the capture ends', false],
    ['after it', true],
  ])(
    'what is taken back, so that it will be asked for anew, is not called gone: told %s',
    async (_, ends) => {
      await microphone.open();
      permission.becomes('granted');
      if (ends) media.live[0]!.ends();
      permission.becomes('prompt');
      media.tracks[0]!.ends();
      expect([microphone.state.is, inUse()]).toEqual(['denied', []]);
      media.plugs(BUILT_IN, HEADSET, DESK);
      await settled();
      expect(media.requests).toHaveLength(1);
      await microphone.open();
      expect(microphone.state.is).toBe('open');
    },
  );

  test('that a browser has to ask once more takes nothing from whoever has given it back, or was never allowed', async () => {
    permission.becomes('granted');
    permission.becomes('prompt');
    expect(microphone.state.is).toBe('released');
    await microphone.open();
    permission.becomes('prompt');
    expect(microphone.state.is).toBe('open');
  });

  test('a question answered after the microphone was given back opens none', async () => {
    media.prompts = true;
    const opening = microphone.open();
    await settled();
    microphone.release();
    media.requests[0]!.settle();
    await opening;
    expect(microphone.state.is).toBe('released');
    expect(inUse()).toEqual([]);
  });
});

describe('what an open microphone gives', () => {
  test('nothing while the system or the headset holds it', async () => {
    await microphone.open();
    media.live[0]!.mutes(true);
    expect(microphone.state.is).toBe('muted');
    const { stream } = microphone;
    media.live[0]!.mutes(false);
    expect(microphone.state.is).toBe('open');
    expect(microphone.stream).toBe(stream);
  });

  test('asked for again while it is muted, the same one is had anew', async () => {
    await microphone.open();
    await microphone.choose(keyOf(HEADSET));
    await microphone.open();
    expect(media.requests).toHaveLength(2);
    const [, muted] = media.tracks;
    muted!.mutes(true);
    await microphone.open();
    expect([microphone.state.is, muted!.readyState]).toEqual(['open', 'ended']);
    expect(media.live.map(({ label, enabled }) => [label, enabled])).toEqual([['Headset', false]]);
    expect(microphone.unfollowed).toBe(null);
  });

  test('nor is anything asked for while another one is on its way', async () => {
    await microphone.open();
    media.prompts = true;
    const choosing = microphone.choose(keyOf(HEADSET));
    media.live[0]!.mutes(true);
    await microphone.open();
    expect([microphone.state.is, inUse()]).toEqual(['muted', ['Built-in']]);
    await settled();
    media.requests.at(-1)!.settle();
    await choosing;
    expect(inUse()).toEqual(['Headset']);
  });

  test('nothing ever: told within seconds, until the first sound comes', async () => {
    loud = -100;
    await microphone.open();
    await passes(3500);
    expect(microphone.state.is).toBe('open');
    await passes(1000);
    expect(microphone.state.is).toBe('silent');
    meters[0]!.loud = -70;
    await passes(200);
    expect(microphone.state.is).toBe('open');
  });

  test('nothing ever, from one with which somebody listens: told later', async () => {
    loud = -100;
    microphone.patient = true;
    await microphone.open();
    await passes(29_000);
    expect(microphone.state.is).toBe('open');
    await passes(1500);
    expect(microphone.state.is).toBe('silent');
  });

  test('what cannot be measured is not doubted', async () => {
    loud = -100;
    await microphone.open();
    meters[0]!.measures = false;
    await passes(60_000);
    expect(microphone.state.is).toBe('open');
  });

  test('how loud it is, and nothing once it is given back', async () => {
    await microphone.open();
    expect(microphone.db()).toBe(-60);
    microphone.release();
    expect(microphone.db()).toBe(-100);
    expect(meters[0]!.closed).toBe(true);
    expect(inUse()).toEqual([]);
  });
});

describe('what is plugged in', () => {
  test('a headset that is pulled out ends it, and nothing is opened in its place', async () => {
    await microphone.open();
    await microphone.choose(keyOf(HEADSET));
    media.plugs(BUILT_IN);
    media.live[0]!.ends();
    await passes(5000);
    expect(microphone.state.is).toBe('ended');
    expect(inUse()).toEqual([]);
    expect(media.requests).toHaveLength(2);
  });

  test('so does one that only goes from the list, for the system may have moved the capture', async () => {
    await microphone.open();
    await microphone.choose(keyOf(HEADSET));
    media.plugs(BUILT_IN);
    await settled();
    expect(microphone.state.is).toBe('ended');
    expect(inUse()).toEqual([]);
  });

  test('plugged in again it is taken up again; another one is not', async () => {
    await microphone.open();
    await microphone.choose(keyOf(HEADSET));
    media.plugs(BUILT_IN);
    await settled();
    media.plugs(BUILT_IN, DESK);
    await settled();
    expect(microphone.state.is).toBe('ended');
    media.plugs(BUILT_IN, DESK, HEADSET);
    await settled();
    expect(inUse()).toEqual(['Headset']);
  });

  test('where the browser does not tell which is the usual one, it may be any that is pulled out', async () => {
    const usual = { deviceId: 'default', groupId: 'nobody’s', label: 'Default' };
    visit([usual, BUILT_IN, HEADSET]);
    await microphone.open();
    expect(inUse()).toEqual(['Default']);
    expect(microphone.chosen).toBe(keyOf(usual));
    expect(microphone.devices.map(({ key }) => key)).toContain(keyOf(usual));
    media.plugs(usual, BUILT_IN, HEADSET, DESK);
    await settled();
    expect(microphone.state.is).toBe('open');
    media.plugs(usual, BUILT_IN, DESK);
    await settled();
    expect(microphone.state.is).toBe('ended');
    expect(inUse()).toEqual([]);
    media.plugs(usual, BUILT_IN, DESK, HEADSET);
    await settled();
    expect(inUse()).toEqual(['Headset']);
  });

  test('nor is one pulled out in whose place another one has come, as on a telephone with a headset', async () => {
    const usual = { deviceId: 'default', groupId: 'nobody’s', label: 'Default' };
    visit([usual, { deviceId: 'earpiece', label: 'Headset earpiece' }]);
    await microphone.open();
    media.plugs(usual, { deviceId: 'wired', label: 'Wired headset' });
    await settled();
    expect(microphone.state.is).toBe('open');
  });

  test('a headset is pulled out where the telephone’s own comes in its place', async () => {
    const usual = { deviceId: 'default', groupId: 'nobody’s', label: 'Default' };
    const wired = { deviceId: 'wired', groupId: '', label: 'Wired headset' };
    const speakerphone = { deviceId: 'speakerphone', groupId: '', label: 'Speakerphone' };
    visit([usual, speakerphone, wired]);
    await microphone.open();
    media.plugs(usual, speakerphone, { deviceId: 'earpiece', label: 'Headset earpiece' });
    await settled();
    expect(microphone.state.is).toBe('ended');
    media.plugs(usual, speakerphone, wired);
    await settled();
    expect(inUse()).toEqual(['Wired headset']);
  });

  test('on asking again the usual one is used, and that is said', async () => {
    await microphone.open();
    await microphone.choose(keyOf(HEADSET));
    media.plugs(BUILT_IN);
    await settled();
    await microphone.open();
    expect(inUse()).toEqual(['Built-in']);
    expect(microphone.unfollowed).toBe('instead');
  });

  test('where there was none the first to come is used', async () => {
    visit([]);
    await microphone.open();
    expect(microphone.state.is).toBe('none');
    media.plugs(BUILT_IN);
    await settled();
    expect(inUse()).toEqual(['Built-in']);
  });

  test('so is one that comes, or comes back, where none could be had', async () => {
    media.busy.add('built-in').add('headset');
    await microphone.open();
    media.plugs(BUILT_IN);
    await settled();
    expect([microphone.state.is, media.requests.length]).toEqual(['busy', 1]);
    media.busy.clear();
    media.plugs(HEADSET, BUILT_IN);
    await settled();
    expect(inUse()).toEqual(['Headset']);
  });

  test('something else that comes or goes changes nothing', async () => {
    await microphone.open();
    const { stream } = microphone;
    media.plugs(BUILT_IN, DESK);
    await settled();
    media.plugs(BUILT_IN);
    await settled();
    expect(microphone.stream).toBe(stream);
    expect(microphone.devices.map(({ label }) => label)).toEqual(['Built-in']);
  });

  test('in the lobby, with nothing asked for, the list alone changes', async () => {
    media.plugs(DESK);
    await settled();
    expect(microphone.devices).toHaveLength(1);
    expect(microphone.state.is).toBe('released');
    expect(media.requests).toEqual([]);
  });

  test('the loudspeakers are never recorded, not even where there is nothing else', async () => {
    visit([MONITOR]);
    await microphone.open();
    expect(microphone.state.is).toBe('none');
    expect(inUse()).toEqual([]);
    visit([MONITOR, HEADSET]);
    await microphone.open();
    expect(inUse()).toEqual(['Headset']);
    expect(microphone.devices.map(({ label }) => label)).toEqual(['Headset']);
  });

  test('nor where they are the usual device, which a browser lists under another name', async () => {
    const usual = { deviceId: 'default', label: 'Default - Mezcla estéreo (Realtek)' };
    visit([usual, { deviceId: 'mix', label: 'Mezcla estéreo (Realtek)' }, HEADSET]);
    await microphone.open();
    expect(inUse()).toEqual(['Headset']);
    expect(microphone.devices.map(({ label }) => label)).toEqual(['Headset']);
  });
});

describe('a capture that the system moves to another device', () => {
  const page = { visibilityState: 'visible' };
  beforeEach(() => {
    page.visibilityState = 'visible';
    vi.stubGlobal('document', page);
  });

  test('ends where nobody sees the page: what was pulled out is not listed before it is shown', async () => {
    visit([HEADSET, BUILT_IN]);
    await microphone.open();
    page.visibilityState = 'hidden';
    media.live[0]!.moves(HEADSET); // something else of it has changed
    expect(microphone.state.is).toBe('open');
    media.live[0]!.moves(BUILT_IN);
    expect([microphone.state.is, inUse()]).toEqual(['ended', []]);
    page.visibilityState = 'visible';
    media.plugs(BUILT_IN);
    await settled();
    expect(microphone.state.is).toBe('ended');
    media.plugs(BUILT_IN, HEADSET);
    await settled();
    expect(inUse()).toEqual(['Headset']);
  });

  test('goes on by a headset that was put in, and ends when that is taken out', async () => {
    visit([BUILT_IN]);
    await microphone.open();
    media.plugs(BUILT_IN, HEADSET);
    await settled();
    media.live[0]!.moves(HEADSET);
    await passes(1000);
    expect([microphone.state.is, microphone.chosen]).toEqual(['open', keyOf(HEADSET)]);
    media.live[0]!.moves(BUILT_IN);
    media.plugs(BUILT_IN);
    await settled();
    expect([microphone.state.is, inUse()]).toEqual(['ended', []]);
    media.plugs(BUILT_IN, HEADSET);
    await settled();
    expect(inUse()).toEqual(['Headset']);
  });

  test('is known by the device it has come to whenever the list is read', async () => {
    visit([BUILT_IN]);
    await microphone.open();
    media.live[0]!.device = HEADSET;
    media.plugs(BUILT_IN, HEADSET);
    await settled();
    expect(microphone.source?.label).toBe('Headset');
    media.plugs(BUILT_IN);
    await settled();
    expect(microphone.state.is).toBe('ended');
  });

  test('is taken up again by what it was where it has come to a device of no list', async () => {
    await microphone.open();
    media.live[0]!.device = { deviceId: 'unlisted', label: 'Unlisted' };
    media.plugs(BUILT_IN, HEADSET);
    await settled();
    expect(microphone.source).toBe(null);
    media.live[0]!.ends();
    media.plugs(HEADSET);
    await settled();
    expect(inUse()).toEqual([]);
    media.plugs(BUILT_IN, HEADSET);
    await settled();
    expect(inUse()).toEqual(['Built-in']);
  });

  test('is asked for as the usual device and stays what it was, whatever the usual one is by now', async () => {
    const usual = (label: string): FakeDevice => ({ deviceId: 'default', groupId: '', label });
    visit([usual('Default - Built-in'), BUILT_IN]);
    await microphone.open();
    media.plugs(usual('Default - Headset'), BUILT_IN, HEADSET);
    await settled();
    media.plugs(usual('Default - Built-in'), BUILT_IN);
    await settled();
    expect(microphone.state.is).toBe('open');
  });

  test('ends also where the list is behind the capture', async () => {
    visit([HEADSET, BUILT_IN]);
    await microphone.open();
    media.live[0]!.moves(BUILT_IN);
    await passes(300);
    media.plugs(BUILT_IN);
    await settled();
    expect(microphone.state.is).toBe('ended');
  });

  test('ends within a second where the list only lacks what it came from', async () => {
    visit([HEADSET, BUILT_IN]);
    await microphone.open();
    media.devices = [BUILT_IN];
    media.live[0]!.moves(BUILT_IN);
    await passes(1000);
    expect(microphone.state.is).toBe('ended');
  });
});

describe('choosing', () => {
  test('the chosen one and no other is asked for, and the one before let go once it is there', async () => {
    await microphone.open();
    media.prompts = true;
    const choosing = microphone.choose(keyOf(HEADSET));
    await settled();
    expect(media.requests.at(-1)!.deviceId).toBe('headset');
    expect(inUse()).toEqual(['Built-in']);
    media.requests.at(-1)!.settle();
    await choosing;
    await settled();
    expect(inUse()).toEqual(['Headset']);
    expect(microphone.chosen).toBe(keyOf(HEADSET));
  });

  test('it is remembered, by its id or else by its name', async () => {
    await microphone.open();
    await microphone.choose(keyOf(HEADSET));
    visit();
    await microphone.open();
    expect(inUse()).toEqual(['Headset']);
    expect(microphone.unfollowed).toBe(null);
    visit([BUILT_IN, { ...HEADSET, deviceId: 'made anew' }]);
    media.named = true;
    await microphone.open();
    expect(inUse()).toEqual(['Headset']);
  });

  test('where the remembered one is missing the usual one is used, and that is said', async () => {
    await microphone.open();
    await microphone.choose(keyOf(HEADSET));
    for (const named of [false, true]) {
      visit([BUILT_IN, DESK]);
      media.named = named;
      await microphone.open();
      expect(inUse()).toEqual(['Built-in']);
      expect(microphone.unfollowed).toBe('instead');
    }
    microphone.release();
    expect(microphone.unfollowed).toBe(null);
  });

  test('a remembered one that is busy is not replaced unasked', async () => {
    await microphone.open();
    await microphone.choose(keyOf(HEADSET));
    visit();
    media.busy.add('headset');
    await microphone.open();
    expect(microphone.state.is).toBe('busy');
    expect(inUse()).toEqual([]);
  });

  test.each(['gone', 'busy', 'forbidden'])(
    'one that is %s leaves the one that works',
    async (why) => {
      await microphone.open();
      if (why === 'gone') media.devices = [BUILT_IN];
      if (why === 'busy') media.busy.add('headset');
      if (why === 'forbidden') media.denied = true;
      await microphone.choose(keyOf(HEADSET));
      await settled();
      expect(inUse()).toEqual(['Built-in']);
      expect(microphone.state.is).toBe('open');
      expect(microphone.chosen).toBe(keyOf(BUILT_IN));
      expect(microphone.unfollowed).toBe('kept');
    },
  );

  test('one that the browser does not list is kept as well', async () => {
    const unlisted = { ...BUILT_IN, deviceId: '' };
    visit([unlisted, HEADSET]);
    await microphone.open();
    media.denied = true;
    await microphone.choose(keyOf(HEADSET));
    expect(inUse()).toEqual(['Built-in']);
    expect(microphone.unfollowed).toBe('kept');
  });

  test('where the usual one is busy another one can be chosen at once', async () => {
    media.named = true;
    media.busy.add('built-in');
    await microphone.open();
    expect(microphone.state.is).toBe('busy');
    await microphone.choose(keyOf(HEADSET));
    expect(inUse()).toEqual(['Headset']);
  });

  test('where only one can be open at a time the old one is let go first', async () => {
    media.oneAtATime = true;
    await microphone.open();
    media.prompts = true;
    const choosing = microphone.choose(keyOf(HEADSET));
    await settled();
    media.requests.at(-1)!.settle();
    await settled();
    expect([microphone.state.is, inUse()]).toEqual(['asking', []]);
    media.requests.at(-1)!.settle();
    await choosing;
    expect(inUse()).toEqual(['Headset']);
    expect(microphone.unfollowed).toBe(null);
  });

  test('quick changes end on the last one, in whatever order the browser answers', async () => {
    visit([BUILT_IN, HEADSET, DESK]);
    await microphone.open();
    media.prompts = true;
    const choosing = [HEADSET, DESK, BUILT_IN, DESK].map((device) =>
      microphone.choose(keyOf(device)),
    );
    await settled();
    const asked = media.requests.slice(1);
    for (const request of [asked[3]!, asked[0]!, asked[2]!, asked[1]!]) request.settle();
    await Promise.all(choosing);
    await settled();
    expect(inUse()).toEqual(['Desk microphone']);
    expect(microphone.chosen).toBe(keyOf(DESK));
  });

  test('one that is busy lets nothing go once another one is chosen', async () => {
    visit([BUILT_IN, HEADSET, DESK]);
    await microphone.open();
    media.prompts = true;
    const choosing = [HEADSET, DESK].map((device) => microphone.choose(keyOf(device)));
    await settled();
    media.requests[1]!.refuse('NotReadableError');
    await settled();
    expect([microphone.state.is, inUse()]).toEqual(['open', ['Built-in']]);
    media.requests[2]!.settle();
    await Promise.all(choosing);
    expect(inUse()).toEqual(['Desk microphone']);
  });

  test('what comes or goes meanwhile changes nothing of what is chosen', async () => {
    await microphone.open();
    media.prompts = true;
    void microphone.choose(keyOf(HEADSET));
    media.plugs(BUILT_IN, HEADSET, DESK);
    await settled();
    expect(microphone.chosen).toBe(keyOf(HEADSET));
  });

  test.each([
    ['has gone too, it is waited for', (before: Request) => before.refuse('OverconstrainedError')],
    [
      'is given back meanwhile, none is opened',
      (before: Request) => {
        microphone.release();
        before.settle();
      },
    ],
  ])('where the one before %s', async (what, goes) => {
    await microphone.open();
    media.prompts = true;
    const choosing = microphone.choose(keyOf(HEADSET));
    for (const request of [1, 2]) {
      await settled();
      media.requests[request]!.refuse('NotReadableError');
    }
    await settled();
    goes(media.requests[3]!);
    await choosing;
    expect(inUse()).toEqual([]);
    expect(microphone.state.is).toBe(what.startsWith('has gone') ? 'ended' : 'released');
  });

  test('two of one name and one id are two, and each can be had', async () => {
    const twins = ['left', 'right'].map((groupId) => ({
      deviceId: 'same',
      groupId,
      label: 'Same',
    }));
    visit(twins);
    await microphone.open();
    await settled();
    expect(microphone.devices.map(({ key }) => key)).toEqual(['same left', 'same right']);
    expect(microphone.devices.map(({ twin }) => twin)).toEqual([1, 2]);
    await microphone.choose('same right');
    expect(media.live.map(({ device }) => device.groupId)).toEqual(['right']);
  });

  test('when it ends during a change, the change goes on', async () => {
    await microphone.open();
    media.prompts = true;
    const choosing = microphone.choose(keyOf(HEADSET));
    await settled();
    media.live[0]!.ends();
    expect(microphone.state.is).toBe('asking');
    media.requests.at(-1)!.settle();
    await choosing;
    expect(inUse()).toEqual(['Headset']);
  });

  test.each<[string, () => void]>([
    ['the one before is pulled out', () => media.live[0]!.ends()],
    ['the one before has to be let go', () => media.requests.at(-1)!.refuse('NotReadableError')],
  ])('a question that stands open is said to be one where %s meanwhile', async (_, meanwhile) => {
    await microphone.open();
    media.prompts = true;
    void microphone.choose(keyOf(HEADSET));
    await passes(2000);
    expect(microphone.state.is).toBe('open');
    meanwhile();
    await passes(900);
    expect(microphone.state.is).toBe('asking');
    await passes(200);
    expect(microphone.state.is).toBe('waiting');
  });
});

test('given back, it is not had again in place of one that is busy', async () => {
  await microphone.open();
  await microphone.choose(keyOf(HEADSET));
  microphone.release();
  media.busy.add('built-in');
  await microphone.choose(keyOf(BUILT_IN));
  expect([microphone.state.is, inUse()]).toEqual(['busy', []]);
});

test('given back before the list of devices has come, it is none of them', async () => {
  const opening = microphone.open();
  while (!microphone.stream) await Promise.resolve();
  microphone.release();
  await opening;
  expect([microphone.source, microphone.chosen]).toEqual([null, '']);
});

test('given back and asked for again, it is the same one', async () => {
  visit([BUILT_IN, HEADSET]);
  await microphone.open();
  await settled();
  microphone.release();
  media.devices = [HEADSET, BUILT_IN]; // meanwhile the system has another usual one
  await microphone.open();
  expect(inUse()).toEqual(['Built-in']);
});
