import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { choose } from '../../lib/group/testing-hand';
import { groupWords as words } from '../../lib/group/words';
import NewGroup from './NewGroup.svelte';

afterEach(() => {
  vi.doUnmock('../../lib/sealed/new-key');
  vi.unstubAllGlobals();
});

/** Types a name; what comes back opens the group. */
function typed(): () => void {
  render(NewGroup);
  screen.getByLabelText<HTMLInputElement>(words.newGroup.name).value = 'Tuesday';
  const button = screen.getByRole<HTMLButtonElement>('button', { name: words.newGroup.open });
  return () => void button.form!.dispatchEvent(new Event('submit', { cancelable: true }));
}

test('whoever opens a group under a second name of the server reads the right one', async () => {
  const detail = 'Open it at https://circle.example/ instead.';
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ detail }), { status: 421 }));
  typed()();
  await screen.findByText(detail);
});

test('where what makes the key cannot be loaded, no group is opened; that is said, and it can be tried again', async () => {
  vi.stubGlobal(
    'fetch',
    vi.fn<typeof fetch>(() => Promise.reject(new TypeError('offline'))),
  );
  const submit = typed();
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

test.each([
  [2, null, 2],
  [3, null, 3],
  [6, null, 4],
  [2, 4, 4],
  [3, 2, 2],
])(
  'a group of %i that chooses %s meets with %i, as its form says',
  async (people, agreed, quorum) => {
    const asked = vi.fn<typeof fetch>(() => Promise.reject(new TypeError('offline')));
    vi.stubGlobal('fetch', asked);
    render(NewGroup);
    const field = screen.getByLabelText<HTMLSelectElement>(words.setting.quorum);
    if (agreed) await choose(field, String(agreed));
    for (let more = 2; more < people; more++)
      await fireEvent.click(screen.getByText(words.newGroup.another));
    const names = screen.getAllByLabelText(/^(Your name|Name \d+)$/);
    for (const [at, field] of names.entries())
      await fireEvent.input(field, { target: { value: `Person ${at}` } });
    expect(field.value).toBe(String(quorum));
    const { form } = screen.getByRole<HTMLButtonElement>('button', { name: words.newGroup.open });
    form!.dispatchEvent(new Event('submit', { cancelable: true }));
    await screen.findByText(words.noAnswer);
    const { terms } = JSON.parse(asked.mock.lastCall![1]!.body as string) as {
      terms: { quorum: number };
    };
    expect(terms.quorum).toBe(quorum);
  },
);
