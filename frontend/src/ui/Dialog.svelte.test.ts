import { render, screen } from '@testing-library/svelte';
import { createRawSnippet, tick } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepsFocus } from '../lib/focus';
import Dialog from './Dialog.svelte';

const children = createRawSnippet(() => ({ render: () => '<button>Stay</button>' }));

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40);
});

afterEach(() => vi.restoreAllMocks());

/** A page with a button that has the focus, in a part that can hold it. */
function page(): HTMLButtonElement {
  document.body.innerHTML =
    '<main tabindex="-1"><aside tabindex="-1"><button>End</button></aside></main>';
  const opener = document.querySelector('button')!;
  opener.focus();
  return opener;
}

const opened = (onclose = vi.fn()) =>
  render(Dialog, {
    title: 'End the meeting?',
    text: 'It closes for everybody.',
    onclose,
    children,
  });

test('it is named by its title and described by its text', () => {
  opened();
  const dialog = screen.getByRole('dialog', { name: 'End the meeting?' });
  const described = document.getElementById(dialog.getAttribute('aria-describedby')!);
  expect(described?.textContent).toBe('It closes for everybody.');
});

test('it has a live region of its own, since nothing outside of it is told meanwhile', () => {
  opened();
  expect(screen.getByRole('dialog').querySelector('[role=status]')).not.toBeNull();
});

test('it begins with what can be done, and not with what only scrolls', () => {
  const scrolls = (): void => document.querySelector<HTMLElement>('dialog .inside')!.focus();
  vi.spyOn(HTMLDialogElement.prototype, 'showModal').mockImplementation(scrolls);
  opened();
  expect(document.activeElement).toBe(document.querySelector('dialog button'));
});

test('where a control in it goes away, the focus stays in it', async () => {
  const { container } = opened();
  const end = keepsFocus(container);
  const button = screen.getByRole('button', { name: 'Stay' });
  button.blur();
  button.focus();
  button.remove();
  await tick();
  expect(document.activeElement).toBe(document.querySelector('dialog .inside'));
  end();
});

test('what closes the dialog closes the question', () => {
  const onclose = vi.fn();
  opened(onclose);
  screen.getByRole<HTMLDialogElement>('dialog').close();
  expect(onclose).toHaveBeenCalledOnce();
});

test('the focus goes back to what opened it', async () => {
  const opener = page();
  const { unmount } = opened();
  screen.getByRole('button', { name: 'Stay' }).focus();
  unmount();
  await tick();
  expect(document.activeElement).toBe(opener);
});

test('where that is gone, the focus goes to what is around it', async () => {
  const opener = page();
  const { unmount } = opened();
  screen.getByRole('button', { name: 'Stay' }).focus();
  opener.remove();
  unmount();
  await tick();
  expect(document.activeElement).toBe(document.querySelector('aside'));
});

test('where that is gone too, the focus goes to the page’s main part', async () => {
  page();
  const { unmount } = opened();
  document.querySelector('aside')!.remove();
  unmount();
  await tick();
  expect(document.activeElement).toBe(document.querySelector('main'));
});

test('what has taken the focus meanwhile keeps it', async () => {
  page();
  const { unmount } = opened();
  document.querySelector('aside')!.focus();
  unmount();
  await tick();
  expect(document.activeElement).toBe(document.querySelector('aside'));
});
