import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import NewGroup from './group/NewGroup.svelte';
import NewCircleForm from './NewCircleForm.svelte';

test.each([
  ['a circle', () => render(NewCircleForm, { oncreated: vi.fn() })],
  ['a group', () => render(NewGroup)],
])('who opens %s where a key is wanted is asked for it, and it goes along', async (_, renders) => {
  const asks = vi.fn<typeof fetch>(async () => new Response('{}', { status: 401 }));
  vi.stubGlobal('fetch', asks);
  const form = renders().container.querySelector('form')!;
  expect(screen.queryByLabelText(/^Opening key/)).toBe(null);
  await fireEvent.submit(form);
  const field = await screen.findByLabelText<HTMLInputElement>(/^Opening key/);
  await vi.waitFor(() => expect(document.activeElement).toBe(field));
  await fireEvent.input(field, { target: { value: 'let me' } });
  await fireEvent.submit(form);
  await vi.waitFor(() => expect(asks).toHaveBeenCalledTimes(2));
  expect(asks.mock.lastCall![1]!.headers).toMatchObject({ Authorization: 'Bearer let me' });
});
