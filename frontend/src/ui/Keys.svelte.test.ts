import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { choices } from '../lib/choices.svelte';
import { SHORTCUT_NAMES, USUAL } from '../lib/shortcuts';
import { words } from '../lib/circle-words';
import Keys from './Keys.svelte';

const { what, press, taken, change, space } = words.keys;

beforeEach(() => {
  choices.shortcuts = USUAL;
  choices.howMuch = 'all';
  render(Keys, { onclose: vi.fn() });
});

const keyOf = (key: string) => screen.getByRole('button', { name: change(what.speak, key) });

test('every shortcut is listed, with its key', () => {
  for (const shortcut of SHORTCUT_NAMES) screen.getByText(what[shortcut]);
  expect(keyOf(space).textContent.trim()).toBe(space);
});

test('a shortcut is given another key by pressing it', async () => {
  await fireEvent.click(keyOf(space));
  await fireEvent.keyDown(screen.getByRole('button', { name: press }), { key: 'm', code: 'KeyM' });
  expect(choices.shortcuts.keys.speak).toBe('m');
  expect(keyOf('M')).toBeTruthy();
});

test('a key that another shortcut has is refused in words, and the choice goes on', async () => {
  await fireEvent.click(keyOf(space));
  await fireEvent.keyDown(screen.getByRole('button', { name: press }), { key: '?', code: 'Slash' });
  expect(screen.getByText(taken, { selector: '.problem' })).toBeTruthy();
  await fireEvent.keyDown(screen.getByRole('button', { name: press }), { key: 'Escape' });
  expect(choices.shortcuts).toEqual(USUAL);
  expect(keyOf(space)).toBeTruthy();
});

test('all are switched off at once, and are again as they were', async () => {
  await fireEvent.click(screen.getByRole('checkbox', { name: words.keys.on }));
  expect(choices.shortcuts.on).toBe(false);
  await fireEvent.click(screen.getByRole('button', { name: words.keys.usual }));
  expect(choices.shortcuts).toEqual(USUAL);
});

test('how much is told is chosen, and kept in this browser', async () => {
  await fireEvent.click(screen.getByRole('radio', { name: words.keys.howMuch.nothing }));
  expect(choices.howMuch).toBe('nothing');
  expect(localStorage.getItem('announcements')).toBe('nothing');
});
