import { render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { navigation } from '../lib/navigation.svelte';
import { words } from '../lib/strings';
import { CLOSE } from '../protocol';
import Closed from './Closed.svelte';

test('the title of the page no longer speaks of the circle, and its heading has the focus', () => {
  document.title = 'Reflection · Tuesday';
  const { container } = render(Closed, { code: CLOSE.GOODBYE, onback: vi.fn() });
  expect(document.title).toBe(`${words.closed.GOODBYE.title} · ${words.name}`);
  expect(document.activeElement).toBe(container.querySelector('h1'));
});

test.each([
  ['ENDED', words.toFront],
  ['UNINVITED', words.toFront],
  ['BAD_MESSAGE', words.part.reload],
  ['NAME_NEEDED', words.tryAgain],
  ['NOT_ADMITTED', words.tryAgain],
  ['REPLACED', words.takeSeatHere],
  ['GOODBYE', words.comeBack],
] as const)('what can be done after %s is called what it does', (name, called) => {
  const { container } = render(Closed, { code: CLOSE[name], onback: vi.fn() });
  expect(container.querySelector('.button')?.textContent.trim()).toBe(called);
});

const [mine, other] = [1, 2].map((n) => ({
  token: `g.WyJ${n}.c2lnbmVkLWJ5LXRoaXMtc2VydmV`,
  key: 'ab'.repeat(14),
}));

test.each(['ENDED', 'NO_CIRCLE'] as const)(
  'after %s, who has come from their group goes back to it, and not to the one this tab saw last',
  async (why) => {
    navigation.showGroup(mine!);
    navigation.showSeat({ token: 'WyJx.eHl6', key: null }, 'Mia');
    navigation.showGroup(other!);
    history.back();
    await vi.waitFor(() => expect(navigation.name).toBe('Mia'));
    navigation.moved();
    render(Closed, { code: CLOSE[why], onback: () => undefined });
    location.href = screen.getByRole<HTMLAnchorElement>('link').href;
    navigation.changed();
    expect(navigation.place).toEqual({ at: 'group', ...mine });
    navigation.showFront();
  },
);

test('everybody else goes to the front page', () => {
  render(Closed, { code: CLOSE.ENDED, onback: () => undefined });
  expect(screen.getByRole('link').getAttribute('href')).toBe('/');
});

test.each([
  ['ENDED', true, true],
  ['ENDED', false, false],
  ['GOODBYE', true, false],
] as const)(
  'after %s, to one who has facilitated: %s, it says what is to be confirmed: %s',
  (why, led, says) => {
    history.replaceState({ token: 'WyJx.eHl6', name: 'Frida' }, '');
    render(Closed, { code: CLOSE[why], led, onback: () => undefined });
    expect(screen.queryByText(words.toConfirm) !== null).toBe(says);
    history.replaceState(null, '');
  },
);
