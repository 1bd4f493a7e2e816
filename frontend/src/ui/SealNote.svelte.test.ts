import { render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { navigation } from '../lib/navigation.svelte';
import { words } from '../lib/sealed-words';
import SealNote from './SealNote.svelte';

const sealed = { digits: '12345678', sent: false, withheld: false, unopened: [] };

const { protects, sent, withheld, unopened } = words.sealed;

test.each([
  ['nothing is said beside what is protected', sealed, []],
  [
    'that the server keeps back this page’s own key is said beside it',
    { ...sealed, withheld: true },
    [withheld],
  ],
  [
    'what helps where a voice cannot be opened is said beside it',
    { ...sealed, unopened: [2] },
    [unopened],
  ],
  [
    'that the key was sent to the server is said in its place',
    { ...sealed, sent: true },
    [sent(false)],
  ],
])('%s', async (_, shown, said) => {
  const { container } = render(SealNote, { sealed: shown });
  await screen.findByText(words.sealed.seen);
  expect([...container.querySelectorAll('.problem')].map((it) => it.textContent)).toEqual(said);
  expect(screen.queryByText(protects) !== null).toBe(!shown.sent);
});

test('of a group’s meeting it is said that the group can have another key', async () => {
  const isOfGroup = vi.spyOn(navigation, 'isOfGroup', 'get').mockReturnValue(true);
  render(SealNote, { sealed: { ...sealed, sent: true } });
  await screen.findByText(words.sealed.sent(true));
  isOfGroup.mockRestore();
});
