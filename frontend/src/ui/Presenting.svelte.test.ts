import { render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import type { OwnCommand, View, You } from '../protocol';
import { words } from '../lib/circle-words';
import { aView } from '../lib/testing';
import Presenting from './Presenting.svelte';
import TestingRoom from './TestingRoom.svelte';

const presents = (you: Partial<You>, unled = false): View => ({
  ...aView(),
  unled,
  you: { ...aView().you, role: 'presenter', ...you },
});

test('a presenter who needs a pause reads who is told, and then that it is seen', async () => {
  const { rerender } = render(TestingRoom, {
    part: Presenting,
    view: presents({ pause_needed: true }),
  });
  expect(screen.getByText(words.presenter.pauseNeeded)).toBeTruthy();
  await rerender({ view: presents({ pause_needed: true }, true) });
  expect(screen.getByText(words.presenter.pauseWaits)).toBeTruthy();
  expect(screen.queryByText(words.presenter.pauseNeeded)).toBe(null);
  await rerender({ view: presents({ pause_seen: true }) });
  expect(screen.getByText(words.presenter.pauseSeen)).toBeTruthy();
  expect(screen.queryByText(words.presenter.pauseNeeded)).toBe(null);
});

test('a presenter who asks for a word takes it back, or is told that it is not now', async () => {
  const ask = vi.fn();
  const can = (command: OwnCommand, you: Partial<You>) => presents({ can: [command], ...you });
  const view = can('take_back_word', { word_asked: true });
  const { rerender } = render(TestingRoom, { part: Presenting, view, ask });
  screen.getByText(words.presenter.wordAsked);
  const button = screen.getByRole('button', { name: words.wish.takeBack });
  button.click();
  expect(ask).toHaveBeenLastCalledWith({ type: 'take_back_word' });
  await rerender({ view: can('ask_to_speak', { word_declined: true }), ask });
  screen.getByText(words.presenter.wordDeclined);
  expect(screen.queryByText(words.presenter.wordAsked)).toBe(null);
  expect(screen.getByRole('button', { name: words.presenter.askToSpeak })).toBe(button);
});
