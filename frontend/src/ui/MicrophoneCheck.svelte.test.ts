import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { announcer } from '../lib/announcer.svelte';
import { keepsFocus } from '../lib/focus';
import { FakeMedia, FakePermission } from '../lib/microphone/testing';
import { inBrowser } from '../lib/storage';
import { aSign, FakePeer } from '../lib/testing';
import { words } from '../lib/strings';
import Visit from './Visit.svelte';

let media: FakeMedia;
let stop: () => void;

beforeEach(async () => {
  inBrowser.remove('microphone');
  const twins = ['left', 'right'].map((groupId) => ({ deviceId: 'same', groupId, label: 'Same' }));
  media = new FakeMedia([...twins, { deviceId: 'desk', groupId: 'desk', label: 'Desk' }]);
  const permissions = { query: async () => new FakePermission() };
  Object.defineProperty(navigator, 'mediaDevices', { value: media, configurable: true });
  Object.defineProperty(navigator, 'permissions', { value: permissions, configurable: true });
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(aSign())));
  vi.stubGlobal('RTCPeerConnection', FakePeer);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40);
  stop = keepsFocus(render(Visit, { token: 'invitation', key: null }).container);
  await screen.findByRole('button', { name: /Check my microphone/ });
});

afterEach(() => {
  stop();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const check = (): HTMLElement =>
  screen.getByRole('button', { name: /Check my microphone|Try again/ });
const choices = (): (string | null)[] =>
  [...document.querySelectorAll('.check option')].map(({ textContent }) => textContent);
const use = (name: string): void => {
  const chooser = screen.getByRole<HTMLSelectElement>('combobox', { name: words.check.choose });
  chooser.selectedIndex = choices().indexOf(name);
  chooser.dispatchEvent(new Event('change', { bubbles: true }));
};

test('two microphones of one name and one id are listed and can be had; the focus goes on to the list', async () => {
  check().focus();
  check().click();
  const chooser = await screen.findByRole('combobox', { name: words.check.choose });
  await vi.waitFor(() => expect(document.activeElement).toBe(chooser));
  expect(choices()).toEqual(['Same (1)', 'Same (2)', 'Desk']);
  use('Same (2)');
  await vi.waitFor(() => expect(media.live.map(({ device }) => device.groupId)).toContain('right'));
});

test('whoever presses to check it hears how, once it works; and stays where they have gone meanwhile', async () => {
  const say = vi.spyOn(announcer, 'say');
  media.prompts = true;
  check().focus();
  check().click();
  await vi.waitFor(() => expect(media.requests).toHaveLength(1));
  const name = screen.getByRole('textbox');
  name.focus();
  expect(say).not.toHaveBeenCalledWith(words.check.say, 'answer', words.lang);
  media.requests[0]!.settle();
  await vi.waitFor(() => expect(say).toHaveBeenCalledWith(words.check.say, 'answer', words.lang));
  expect(document.activeElement).toBe(name);
});

test('while the browser asks, pressing again asks nothing more, and the button keeps the focus', async () => {
  media.prompts = true;
  check().focus();
  check().click();
  await vi.waitFor(() => expect(check().getAttribute('aria-disabled')).toBe('true'));
  check().click();
  expect(media.requests).toHaveLength(1);
  expect(document.activeElement).toBe(check());
  media.requests[0]!.refuse('NotAllowedError');
  await screen.findByText(/Your browser gives no microphone/);
  expect(document.activeElement).toBe(check());
  expect(check().textContent).toContain('Try again');
});

test('one that the browser or the system has muted can be asked for again', async () => {
  check().click();
  const chooser = await screen.findByRole('combobox', { name: words.check.choose });
  await vi.waitFor(() => expect(document.activeElement).toBe(document.body));
  media.live.at(-1)!.mutes(true);
  await screen.findByText(/by your browser, or by your system/);
  expect(screen.queryByRole('meter')).toBe(null);
  check().focus();
  check().click();
  await screen.findByRole('meter');
  await vi.waitFor(() => expect(document.activeElement).toBe(chooser));
  expect(media.requests).toHaveLength(2);
  expect(screen.queryByText(/by your browser, or by your system/)).toBe(null);
});

test('where a page gets no microphone it says so, and offers no check that cannot work', () => {
  cleanup();
  Object.defineProperty(navigator, 'mediaDevices', { value: undefined, configurable: true });
  render(Visit, { token: 'invitation', key: null });
  return vi.waitFor(() => {
    expect(screen.getByText(new RegExp(words.mine.insecure.is))).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Check my microphone|Try again/ })).toBe(null);
  });
});

test.each(['member', 'observer'] as const)(
  'where a browser can have no sound a %s reads so, and is offered neither a check of the microphone nor the tick',
  async (role) => {
    cleanup();
    vi.stubGlobal('RTCPeerConnection', undefined);
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ ...aSign(), role })));
    render(Visit, { token: 'invitation', key: null });
    await screen.findByText(new RegExp(words.mine.impossible.is));
    await screen.findByText('Tuesday');
    expect(screen.queryByRole('button', { name: /Check my microphone/ })).toBe(null);
    expect(screen.queryByRole('checkbox')).toBe(null);
    expect(document.body.textContent).not.toContain('You can listen');
  },
);

test('a change that fails leaves the one that works, and says so', async () => {
  check().click();
  await screen.findByRole('combobox', { name: words.check.choose });
  media.busy.add('desk');
  use('Desk');
  await screen.findByText(/You still have the one before/);
  expect(
    screen.getByRole<HTMLSelectElement>('combobox', { name: words.check.choose })
      .selectedOptions[0]!.textContent,
  ).toBe('Same (1)');
});
