import { render, screen } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { groupWords as words } from '../../lib/group/words';
import NewGroup from './NewGroup.svelte';

afterEach(() => {
  vi.doUnmock('../../lib/sealed/new-key');
  vi.unstubAllGlobals();
});

test('where what makes the key cannot be loaded, no group is opened; that is said, and it can be tried again', async () => {
  vi.stubGlobal(
    'fetch',
    vi.fn<typeof fetch>(() => Promise.reject(new TypeError('offline'))),
  );
  render(NewGroup, { onopened: () => undefined });
  screen.getByLabelText<HTMLInputElement>(words.newGroup.name).value = 'Tuesday';
  const button = screen.getByRole<HTMLButtonElement>('button', { name: words.newGroup.open });
  const submit = (): void =>
    void button.form!.dispatchEvent(new Event('submit', { cancelable: true }));
  vi.doMock('../../lib/sealed/new-key', () => {
    throw new TypeError('offline');
  });
  submit();
  await screen.findByText(words.part.unloaded);
  expect(fetch).not.toHaveBeenCalled();
  vi.doUnmock('../../lib/sealed/new-key');
  submit();
  await screen.findByText(words.noAnswer);
  expect(fetch).toHaveBeenCalledOnce();
});
