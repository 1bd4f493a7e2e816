import { render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { words } from '../lib/circle-words';
import type { Away } from '../lib/visit';
import { CLOSE } from '../protocol';
import Joining from './Joining.svelte';

const lostBy = (code: number): void => {
  const visit: Away = { at: 'away', shown: null, code, sound: 'connecting', calm: false };
  render(Joining, { visit, onleave: vi.fn() });
};

test.each(['FULL', 'CIRCLE_FAILED', 'TOO_SLOW'] as const)(
  '%s is said, and that the page tries again',
  (name) => {
    lostBy(CLOSE[name]);
    expect(screen.getByText(`${words.closed[name].title}. ${words.lobby.again}`)).toBeTruthy();
  },
);

test('of a network that is gone nothing is said but that the circle cannot be reached', () => {
  lostBy(1006);
  expect(screen.getByText(words.lobby.retrying)).toBeTruthy();
});
