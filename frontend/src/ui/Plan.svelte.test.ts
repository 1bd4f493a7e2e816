import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { expect, test, vi } from 'vitest';
import type { Command, OwnCommand, View } from '../protocol';
import { TEMPLATES } from '../protocol-opening';
import { words } from '../lib/circle-words';
import { keepsFocus } from '../lib/focus';
import { aView } from '../lib/testing';
import Plan from './Plan.svelte';
import TestingRoom from './TestingRoom.svelte';

/** A facilitator's view in the reflection of the only case: from there every step can be skipped to. */
const view: View = {
  ...aView(),
  step: 7,
  phase: 'reflection',
  plan: TEMPLATES.one_case_60.map((step, index) => ({ ...step, can_skip_to: index !== 7 })),
};

function skips(to: string): ReturnType<typeof vi.fn<(command: Command) => void>> {
  const ask = vi.fn<(command: Command) => void>();
  const { container } = render(TestingRoom, { part: Plan, view, ask });
  Object.assign(container.querySelector('[popover]')!, { hidePopover: () => {} });
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
  screen.getByRole('button', { name: 'Go on with the case' }).click();
  await tick();
  expect(ask).not.toHaveBeenCalled();
  expect(screen.queryByRole('dialog')).toBe(null);
});

const steps = (container: HTMLElement) =>
  within(container.querySelector('[popover]')!).getAllByRole('listitem', { hidden: true });

test('one line names the step that runs, and where in the meeting it is', () => {
  const { container } = render(TestingRoom, { part: Plan, view });
  const line = screen.getByRole('button', { name: /The steps of the meeting/ });
  expect(line.textContent).toContain(words.phase.reflection);
  expect(line.textContent).toContain('Step 8 of 11');
  const pieces = [...container.querySelectorAll('.line > span')];
  expect(pieces.map((piece) => piece.classList.contains('present')).indexOf(true)).toBe(7);
  expect(pieces.filter((piece) => piece.classList.contains('past')).length).toBe(7);
});

test('members read the steps without a minute, and whoever is shown digits with them', async () => {
  const { container, rerender } = render(TestingRoom, { part: Plan, view });
  expect(steps(container).length).toBe(11);
  expect(steps(container)[7]!.getAttribute('aria-current')).toBe('step');
  expect(container.textContent).not.toMatch(/\bmin\b/);
  await rerender({ view: { ...view, clock: { ...view.clock, digits: true } } });
  expect(steps(container)[7]!.textContent).toContain('29 min');
});

test('the steps open at the one that runs, which is in sight however long the plan is', async () => {
  const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => {});
  const { container } = render(TestingRoom, { part: Plan, view });
  const opened = Object.assign(new Event('toggle'), { newState: 'open' });
  await fireEvent(container.querySelector('[popover]')!, opened);
  expect(scrolled.mock.contexts).toEqual([steps(container)[7]]);
  scrolled.mockRestore();
});

test('whoever stands on a step that begins stays among the steps', async () => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40);
  const { container, rerender } = render(TestingRoom, { part: Plan, view });
  const stop = keepsFocus(container);
  screen.getByRole('button', { name: 'Skip to Presenter returns' }).focus();
  const plan = view.plan.map((step, index) => ({ ...step, can_skip_to: index !== 8 }));
  await rerender({ view: { ...view, step: 8, phase: 'presenter_returns', plan } });
  await vi.waitFor(() => expect(document.activeElement).not.toBe(document.body));
  expect(document.activeElement).toBe(container.querySelector('[popover]'));
  stop();
  vi.restoreAllMocks();
});

/** The view of whoever may do this, in this step of a meeting with a follow-up. */
const whoMay = (step: number, ...can: OwnCommand[]): View => ({
  ...aView(can),
  step,
  plan: TEMPLATES.one_case_60.map((each) => ({ ...each, can_skip_to: false })),
});

const inFollowUp = (container: HTMLElement) =>
  within(steps(container).find((step) => step.textContent.includes(words.phase.follow_up))!);

test('a member shows at the follow-up that they have news, and takes the sign back there', async () => {
  const ask = vi.fn<(command: Command) => void>();
  const { container, rerender } = render(TestingRoom, {
    part: Plan,
    view: whoMay(1, 'have_news'),
    ask,
  });
  const button = inFollowUp(container).getByRole('button', { name: 'I have news', hidden: true });
  button.click();
  expect(ask).toHaveBeenLastCalledWith({ type: 'have_news' });
  await rerender({ view: whoMay(2, 'take_back_news') });
  expect(button.textContent.trim()).toBe('No news after all');
  button.click();
  expect(ask).toHaveBeenLastCalledWith({ type: 'take_back_news' });
});

test('after the follow-up, and for whoever may not, no news is asked for', () => {
  for (const view of [whoMay(3, 'have_news'), whoMay(1)]) {
    const { container } = render(TestingRoom, { part: Plan, view });
    expect(container.textContent).not.toContain('I have news');
  }
});
