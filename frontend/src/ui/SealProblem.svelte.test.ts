import { render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CircleKeys } from '../lib/sealed/circle-keys';
import { newSecret, writtenKey } from '../lib/sealed/link-key';
import { noteSentKey } from '../lib/invitation';
import { FakeWorker } from '../lib/sealed/testing';
import { words } from '../lib/sealed-words';
import { words as anywhere } from '../lib/strings';
import { aSign } from '../lib/testing';
import Visit from './Visit.svelte';

const secret = newSecret();
const whole = await writtenKey(secret);
const lock = await (await CircleKeys.from(secret)).lock();
const LOCKED = { ...aSign(), lock };

beforeEach(() => void vi.stubGlobal('RTCRtpScriptTransform', class {}));
afterEach(() => vi.unstubAllGlobals());

test.each([
  ['missing', null, LOCKED],
  ['cut', whole.slice(0, 20), LOCKED],
  ['mistyped', whole + 'a', LOCKED],
  ['foreign', whole, { ...LOCKED, lock: '0123456789abcdef' }],
  ['unlocked', whole, aSign()],
] as const)(
  'nobody comes in by a link whose key is %s, and is told what to do',
  async (is, key, sign) => {
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify(sign)));
    render(Visit, { token: 'invitation', key });
    const { title, text } = words.sealed.problem[is];
    await screen.findByRole('heading', { name: title });
    screen.getByText(text);
    expect(screen.queryByLabelText(/Your name/)).toBeNull();
  },
);

test('nobody comes in with a browser that cannot seal', async () => {
  vi.stubGlobal('RTCRtpScriptTransform', undefined);
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(LOCKED)));
  render(Visit, { token: 'invitation', key: whole });
  await screen.findByRole('heading', { name: words.sealed.problem.unable.title });
});

test('a worker that does not load is said, too, and nobody comes in', async () => {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(LOCKED)));
  vi.stubGlobal('Worker', undefined);
  render(Visit, { token: 'invitation', key: whole });
  await screen.findByRole('heading', { name: words.sealed.problem.unstarted.title });
});

test('at the door of a circle that is not sealed it says so', async () => {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(aSign())));
  render(Visit, { token: 'invitation', key: null });
  await screen.findByText('Not sealed: the server could listen.');
});

test.each([false, true])(
  'at the door of a sealed circle stands what is protected, or that the key was sent: %s',
  async (sent) => {
    sessionStorage.clear();
    if (sent) noteSentKey({ token: 'invitation', key: whole });
    vi.stubGlobal('Worker', FakeWorker);
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify(LOCKED)));
    const { container } = render(Visit, { token: 'invitation', key: whole });
    const { protects, sent: wasSent } = words.sealed;
    await screen.findByText(sent ? wasSent(false) : protects);
    expect(screen.queryByText(sent ? protects : wasSent(false))).toBe(null);
    screen.getByText(sent ? anywhere.seal.sent : anywhere.seal.is);
    const { digits } = await CircleKeys.from(secret).then(async (keys) => ({
      digits: await keys.digits(),
    }));
    expect(container.querySelector('[data-digits]')?.textContent).toBe(words.sealed.digits(digits));
  },
);
