import { render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { words } from '../lib/circle-words';
import { JOINING, type Away } from '../lib/visit';
import { CLOSE } from '../protocol';
import Joining from './Joining.svelte';

const lostBy = (code: number): void => {
  const visit: Away = { at: 'away', shown: null, code, sound: 'connecting', calm: false };
  render(Joining, { visit, onleave: vi.fn() });
};

test('that the seat is looked for is said once', () => {
  render(Joining, { visit: JOINING, onleave: vi.fn() });
  expect(screen.getByText(words.lobby.joining)).toBe(screen.getByRole('heading'));
});

test.each(['BUSY', 'FULL', 'CIRCLE_FAILED', 'TOO_SLOW'] as const)(
  '%s is a heading; below it stands what was kept, and that the page tries again',
  (name) => {
    lostBy(CLOSE[name]);
    const { title, text } = words.closed[name];
    expect(screen.getByRole('heading').textContent).toBe(title);
    expect(screen.getByText(`${text} ${words.lobby.again}`)).toBeTruthy();
  },
);

test('a circle that moves is not said to be tried: it comes by itself', () => {
  lostBy(CLOSE.MOVED);
  expect(screen.getByText(words.closed.MOVED.text)).toBeTruthy();
});

test('of a network that is gone nothing is said but that the circle cannot be reached', () => {
  lostBy(1006);
  expect(screen.getByRole('heading').textContent).toBe(words.lobby.unreached);
  expect(screen.getByText(words.lobby.again)).toBeTruthy();
});
