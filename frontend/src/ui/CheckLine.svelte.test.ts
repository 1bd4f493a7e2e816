import { render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ResumingAudioContext } from '../lib/audio-context.svelte';
import { Microphone } from '../lib/microphone.svelte';
import { FakeMedia, FakeMeter, FakePermission } from '../lib/microphone/testing';
import { aSign, FakeSocket, sockets } from '../lib/testing';
import CheckLine from './CheckLine.svelte';
import Visit from './Visit.svelte';

beforeEach(() => {
  sockets.length = 0;
  const permissions = { query: async () => new FakePermission() };
  Object.defineProperty(navigator, 'mediaDevices', {
    value: new FakeMedia([{ deviceId: 'desk', label: 'Anna’s headset' }]),
    configurable: true,
  });
  Object.defineProperty(navigator, 'permissions', { value: permissions, configurable: true });
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('fetch', async () => new Response(null));
});

afterEach(() => vi.unstubAllGlobals());

const shown = (): ReturnType<typeof render> => {
  const microphone = new Microphone(() => new FakeMeter(-20));
  const audio = { open: async () => undefined, context: null } as unknown as ResumingAudioContext;
  return render(CheckLine, { microphone, audio });
};
const button = (): HTMLElement => screen.getByRole('button', { name: /Check my line/ });

test('one touch begins it; each finding says what is so as it comes, and pressing again begins nothing more', async () => {
  const { container } = shown();
  button().click();
  await screen.findByText('Checking your line');
  button().click();
  expect([sockets.length, button().getAttribute('aria-disabled')]).toEqual([1, 'true']);
  expect(button().textContent.trim(), 'nothing has been checked before').toBe('Check my line');
  const page = container.querySelector('[data-subject=page]')!;
  await waitFor(() => expect(page.textContent).toMatch(/This page.*Good:.*Gets through/s));
  expect(screen.queryByRole('button', { name: /help desk/ })).toBe(null);
});

test('under a second name of the server its words are told, and the network is not blamed', async () => {
  const says = 'Open it at https://circle.example/ instead.';
  const another = (): Response => Response.json({ detail: says }, { status: 421 });
  vi.stubGlobal('fetch', async (path: string) =>
    path === '/api/door' ? another() : new Response(null),
  );
  const { container } = shown();
  button().click();
  await screen.findByText('Checking your line');
  sockets[0]!.dies(1006);
  await screen.findByText(says);
  expect(container.querySelectorAll('p, li').length).toBe(1);
});

test('a page that is left leaves no socket behind', async () => {
  const { unmount } = shown();
  button().click();
  await screen.findByText('Checking your line');
  sockets[0]!.opens();
  await waitFor(() => expect(sockets[0]!.sent.length).toBe(1));
  unmount();
  expect(sockets[0]!.closed).toBe(true);
});

test('in the lobby it comes after the page, and is one touch too', async () => {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(aSign())));
  const { unmount } = render(Visit, { token: 'invitation', key: null });
  (await screen.findByRole('button', { name: 'Check my line' })).click();
  await screen.findByText('Checking your line');
  expect(sockets[0]!.url).toMatch(/\/ws\/check$/);
  unmount();
  expect(sockets[0]!.closed).toBe(true);
});
