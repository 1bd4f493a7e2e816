import { render, screen } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import NewCircleForm from './NewCircleForm.svelte';

afterEach(() => vi.unstubAllGlobals());

test('while a circle is opened the button keeps the focus, and pressing it again opens no other', async () => {
  let answer: (response: Response) => void = () => {};
  const asks = vi.fn(() => new Promise<Response>((answers) => (answer = answers)));
  vi.stubGlobal('fetch', asks);
  render(NewCircleForm, { oncreated: () => {} });
  screen.getByLabelText<HTMLInputElement>(/What is this circle called/).value = 'Tuesday';
  screen.getByLabelText(/^Sealed:/).click();
  const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Open the circle' });
  button.form!.requestSubmit();
  button.form!.requestSubmit();
  await vi.waitFor(() => expect(button.getAttribute('aria-busy')).toBe('true'));
  expect(asks).toHaveBeenCalledOnce();
  expect(button.disabled, 'a disabled button loses the focus').toBe(false);
  answer(new Response('{}', { status: 503 }));
  await vi.waitFor(() => expect(button.getAttribute('aria-busy')).toBe('false'));
  expect(screen.getByRole('alert').textContent).not.toBe('');
});
