import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { View, You } from '../protocol';
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
