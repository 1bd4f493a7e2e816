import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { expect, test, vi } from 'vitest';
import type { OwnCommand, View } from '../protocol';
import { announcer } from '../lib/announcer.svelte';
import { aView } from '../lib/testing';
import Pace from './Pace.svelte';
import TestingRoom from './TestingRoom.svelte';

const plan: View['plan'] = [
  { phase: 'gathering', minutes: 5, can_skip_to: true },
  { phase: 'opening', minutes: 3, can_skip_to: false },
];

function paces(can: OwnCommand[], no_next: View['you']['no_next'] = null) {
  const view = aView(can);
  const ask = vi.fn();
  render(TestingRoom, { part: Pace, view: { ...view, plan, you: { ...view.you, no_next } }, ask });
  return { next: screen.getByRole<HTMLButtonElement>('button', { name: /^Next/ }), ask };
}

test('next asks for the step after the one that is seen', () => {
  const { next, ask } = paces(['next_step']);
  next.click();
  expect(ask.mock.calls).toEqual([[{ type: 'next_step', seen: 0 }]]);
});

test('where there is no next step yet, the button keeps its focus, says why at each press and asks nothing', () => {
  announcer.clear();
  const { next, ask } = paces([], 'no_presenter');
  next.focus();
  next.click();
  expect(document.activeElement).toBe(next);
  expect(next.getAttribute('aria-disabled')).toBe('true');
  expect(document.getElementById(next.getAttribute('aria-describedby')!)?.textContent).toBe(
    'A case needs a presenter first.',
  );
  expect(announcer.polite).toBe('A case needs a presenter first.');
  expect(ask).not.toHaveBeenCalled();
});

test('after the last step what leads back says so in words, as nothing stands beside it', () => {
  const view = { ...aView(), plan, step: 1 };
  const ask = vi.fn();
  render(TestingRoom, { part: Pace, view, ask });
  const back = screen.getByRole('button');
  expect(back.textContent.trim()).toBe('Back to Arriving');
  back.click();
  expect(ask.mock.calls).toEqual([[{ type: 'skip_to', step: 0, seen: 1 }]]);
});

test('back from the telling of a case is asked only after a question', async () => {
  const presentation: View['plan'] = [plan[0]!, { ...plan[1]!, phase: 'presentation' }, plan[1]!];
  const ask = vi.fn();
  render(TestingRoom, { part: Pace, view: { ...aView(), plan: presentation, step: 1 }, ask });
  screen.getByRole('button', { name: 'Back to Arriving' }).click();
  await tick();
  expect(ask).not.toHaveBeenCalled();
  expect(screen.getByRole('dialog', { name: 'End the case, and go to Arriving?' })).toBeTruthy();
  screen.getByRole('button', { name: 'End the case' }).click();
  expect(ask.mock.calls).toEqual([[{ type: 'skip_to', step: 0, seen: 1 }]]);
});
