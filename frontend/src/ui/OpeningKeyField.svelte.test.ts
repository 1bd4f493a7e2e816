import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import NewGroup from './group/NewGroup.svelte';
import NewCircleForm from './NewCircleForm.svelte';

test.each([
  ['a circle', () => render(NewCircleForm, { oncreated: vi.fn() })],
  ['a group', () => render(NewGroup)],
])(
  'who opens %s where a key is wanted is led to its field, and it goes along; what else is wrong leads nobody there',
  async (_, renders) => {
    const detail = 'Nothing can be kept here just now.';
    const asks = vi.fn<typeof fetch>(async () => new Response('{}', { status: 401 }));
    vi.stubGlobal('fetch', asks);
    const form = renders().container.querySelector('form')!;
    expect(screen.queryByLabelText(/^Opening key/)).toBe(null);
    await fireEvent.submit(form);
    const field = await screen.findByLabelText<HTMLInputElement>(/^Opening key/);
    await vi.waitFor(() => expect(document.activeElement).toBe(field));
    await fireEvent.input(field, { target: { value: 'let me' } });
    asks.mockResolvedValue(Response.json({ detail }, { status: 503 }));
    const button = form.querySelector<HTMLButtonElement>('[aria-busy]')!;
    button.focus();
    await fireEvent.submit(form);
    await screen.findByText(detail);
    await new Promise(requestAnimationFrame);
    expect(document.activeElement, 'the key is not what is wrong').toBe(button);
    expect(asks).toHaveBeenCalledTimes(2);
    expect(asks.mock.lastCall![1]!.headers).toMatchObject({ Authorization: 'Bearer let me' });
  },
);
