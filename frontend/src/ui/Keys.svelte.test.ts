import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { announcer } from '../lib/announcer.svelte';
import { tick } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import { choices } from '../lib/choices.svelte';
import { SHORTCUT_NAMES, USUAL } from '../lib/shortcuts';
import { words } from '../lib/circle-words';
import Keys from './Keys.svelte';

const { what, press, taken, change, space } = words.keys;

const speaking = new SvelteSet(['Mia']);
const answers = {
  who_speaks: () => `${[...speaking].join()} speaks`,
  where: () => 'Reflection',
};

beforeEach(() => {
  choices.shortcuts = USUAL;
  choices.howMuch = 'all';
  render(Keys, { answers, onclose: vi.fn() });
});

afterEach(() => announcer.clear());

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

test('how much is told is one question: the arrow keys go from one answer to the next', () => {
  const answers = screen.getAllByRole<HTMLInputElement>('radio');
  expect(answers[0]!.name).toBeTruthy();
  expect(new Set(answers.map(({ name }) => name)).size).toBe(1);
});

test('what the circle can be asked is told and shown by buttons, also while all keys are off', async () => {
  choices.shortcuts = { ...USUAL, on: false };
  await fireEvent.click(screen.getByRole('button', { name: what.who_speaks }));
  expect(announcer.polite).toBe('Mia speaks');
  expect(screen.getByText('Mia speaks', { selector: '.answer' })).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: what.where }));
  expect(screen.getByText('Reflection', { selector: '.answer' })).toBeTruthy();
});

test('an answer that is shown goes on being so', async () => {
  await fireEvent.click(screen.getByRole('button', { name: what.who_speaks }));
  speaking.delete('Mia');
  speaking.add('Piet');
  await tick();
  expect(screen.getByText('Piet speaks', { selector: '.answer' })).toBeTruthy();
});
