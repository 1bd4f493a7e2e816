import { render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import Confirm from './Confirm.svelte';

const asked = () => {
  const [onyes, onclose] = [vi.fn(), vi.fn()];
  const { container } = render(Confirm, {
    title: 'End the meeting?',
    text: 'It closes for everybody.',
    yes: 'End it',
    no: 'Stay',
    onyes,
    onclose,
  });
  return { onyes, onclose, dialog: container.querySelector('dialog')! };
};

test('a question stands in a dialog that is named by it', () => {
  const { dialog } = asked();
  expect(dialog.open).toBe(true);
  expect(screen.getByRole('dialog', { name: 'End the meeting?' })).toBe(dialog);
});

test('yes closes the question and does it; no only closes it', () => {
  const { onyes, onclose } = asked();
  screen.getByRole('button', { name: 'Stay' }).click();
  expect([onclose.mock.calls.length, onyes.mock.calls.length]).toEqual([1, 0]);
  screen.getByRole('button', { name: 'End it' }).click();
  expect([onclose.mock.calls.length, onyes.mock.calls.length]).toEqual([2, 1]);
});

test('a yes that does not count leaves the question as it was', () => {
  const { onyes, onclose } = asked();
  onyes.mockReturnValueOnce(false);
  const yes = screen.getByRole('button', { name: 'End it' });
  yes.click();
  expect(onclose).not.toHaveBeenCalled();
  yes.click();
  expect(onclose).toHaveBeenCalledOnce();
});

test('what ends something is not dressed as the next thing to do', () => {
  asked();
  const dressed = (name: string) => screen.getByRole('button', { name }).className.split(' ');
  expect(dressed('Stay')).toContain('primary');
  expect(dressed('End it')).not.toContain('primary');
});
