import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { expect, test, vi } from 'vitest';
import { TEMPLATES, type Command, type View } from '../protocol';
import { aView } from '../lib/testing';
import InRoom from './InRoom.svelte';
import Plan from './Plan.svelte';

/** A facilitator's view in the reflection of the only case: from there every step can be skipped to. */
const view: View = {
  ...aView(),
  step: 7,
  phase: 'reflection',
  plan: TEMPLATES.one_case_60.map((step, index) => ({ ...step, can_skip_to: index !== 7 })),
};

function skips(to: string): ReturnType<typeof vi.fn<(command: Command) => void>> {
  const ask = vi.fn<(command: Command) => void>();
  render(InRoom, { part: Plan, view, ask });
  screen.getByRole('button', { name: to }).click();
  return ask;
}

test('a skip within the case is asked at once', () => {
  const ask = skips('Skip to Presenter returns');
  expect(ask).toHaveBeenCalledWith({ type: 'skip_to', step: 8, seen: 7 });
});

test('a skip that ends the case is asked only after a question', async () => {
  const ask = skips('Skip to Closing');
  await tick();
  expect(ask).not.toHaveBeenCalled();
  expect(screen.getByRole('dialog', { name: 'End the case, and go to Closing?' })).toBeTruthy();
  screen.getByRole('button', { name: 'End the case' }).click();
  expect(ask).toHaveBeenCalledWith({ type: 'skip_to', step: 9, seen: 7 });
});

test('whoever thinks better of it goes on with the case', async () => {
  const ask = skips('Skip to Opening');
  await tick();
  screen.getByRole('button', { name: 'Go on with it' }).click();
  await tick();
  expect(ask).not.toHaveBeenCalled();
  expect(screen.queryByRole('dialog')).toBe(null);
});
