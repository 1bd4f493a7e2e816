import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { choose } from '../../lib/group/testing-hand';
import { groupWords as words } from '../../lib/group/words';
import { rememberedGroups } from '../../lib/group/remembered';
import { navigation } from '../../lib/navigation.svelte';
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

/** A server that opens a group, and what then is remembered in this browser. */
async function opened(...presses: string[]): Promise<unknown> {
  const links = [{ link: 'https://x.org/#g.WyJHIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV' }];
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ links })));
  const shown = vi.spyOn(navigation, 'showGroup').mockReturnValue();
  const submit = typed();
  for (const label of presses) screen.getByLabelText(label).click();
  submit();
  await vi.waitFor(() => expect(shown).toHaveBeenCalled());
  shown.mockRestore();
  return rememberedGroups();
}

test('whoever opens a group and closes the tab finds it again in this browser, unless they said no', async () => {
  const { sealing, myself } = words;
  expect(await opened(sealing.label)).toMatchObject([
    { token: 'g.WyJHIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV', key: null },
  ]);
  cleanup();
  localStorage.clear();
  expect(await opened(sealing.label, myself.remember)).toEqual([]);
});

test('where a browser keeps nothing, none says that it remembers the group', async () => {
  vi.stubGlobal('localStorage', undefined);
  expect(await opened(words.sealing.label)).toEqual([]);
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

test('whoever takes a name out has the focus on what follows: the next one’s button, then the one for another name', async () => {
  render(NewGroup);
  const more = screen.getByRole('button', { name: words.newGroup.another });
  await fireEvent.click(more);
  const out = (at: number): HTMLElement =>
    screen.getByRole('button', { name: words.newGroup.drop(at) });
  const [second, third] = [out(2), out(3)];
  await fireEvent.click(second);
  await vi.waitFor(() => expect(document.activeElement).toBe(third));
  await fireEvent.click(third);
  await vi.waitFor(() => expect(document.activeElement).toBe(more));
});

test('Enter in a name goes on to the next one, and after the last to a new one', async () => {
  render(NewGroup);
  for (const name of [words.newGroup.own, words.newGroup.nameOf(2)])
    await fireEvent.keyDown(screen.getByLabelText(name), { key: 'Enter' });
  const third = await screen.findByLabelText(words.newGroup.nameOf(3));
  await vi.waitFor(() => expect(document.activeElement).toBe(third));
});
