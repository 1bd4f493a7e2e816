import { render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { navigation } from '../lib/navigation.svelte';
import { words } from '../lib/sealed-words';
import SealNote from './SealNote.svelte';

const sealed = { digits: '12345678', sent: false, withheld: false, unopened: [] };

test.each([
  ['nothing', sealed, []],
  ['that the key was sent to the server', { ...sealed, sent: true }, [words.sealed.sent(false)]],
  [
    'that the server keeps back this page’s own key',
    { ...sealed, withheld: true },
    [words.sealed.withheld],
  ],
  [
    'what helps where a voice cannot be opened',
    { ...sealed, unopened: [2] },
    [words.sealed.unopened],
  ],
])('%s is said beside what is protected', async (_, shown, said) => {
  const { container } = render(SealNote, { sealed: shown });
  await screen.findByText(words.sealed.protects);
  expect([...container.querySelectorAll('.problem')].map((it) => it.textContent)).toEqual(said);
});

test('of a group’s meeting it is said that the group can have another key', async () => {
  const isOfGroup = vi.spyOn(navigation, 'isOfGroup', 'get').mockReturnValue(true);
  render(SealNote, { sealed: { ...sealed, sent: true } });
  await screen.findByText(words.sealed.sent(true));
  isOfGroup.mockRestore();
});
