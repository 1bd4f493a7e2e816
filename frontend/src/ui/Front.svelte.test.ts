import { render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { words } from '../lib/front-words';
import Front from './Front.svelte';

beforeEach(() => vi.stubGlobal('fetch', async () => new Response(null, { status: 503 })));
afterEach(() => vi.unstubAllGlobals());

test.each([
  ['whoever comes opens a circle', null, 'Open the circle'],
  ['whoever has lost a link is helped', 'cut' as const, 'Go to my seat'],
])('one button is the next thing to do: %s', (_, lost, primary) => {
  const { container } = render(Front, { lost, onlinks: () => {} });
  const green = [...container.querySelectorAll('.primary')].map((at) => at.textContent.trim());
  expect(green).toEqual([primary]);
  expect(screen.getByRole('button', { name: 'Open the circle' })).toBeTruthy();
});

test('whoever chooses a language in the middle of the form finds it as they left it', async () => {
  vi.stubGlobal('location', { reload: vi.fn() });
  const title = () => screen.getByLabelText<HTMLInputElement>(/What is this circle called/);
  const sealed = () => screen.getByLabelText<HTMLInputElement>(/^Sealed:/);
  const first = render(Front, { lost: null, onlinks: () => {} });
  title().value = 'Tuesday';
  title().dispatchEvent(new Event('input', { bubbles: true }));
  sealed().click();
  const language = screen.getByLabelText<HTMLSelectElement>(words.language.choose);
  language.dispatchEvent(new Event('change', { bubbles: true }));
  first.unmount();
  const loaded = render(Front, { lost: null, onlinks: () => {} });
  expect([title().value, sealed().checked]).toEqual(['Tuesday', false]);
  loaded.unmount();
  render(Front, { lost: null, onlinks: () => {} });
  expect([title().value, sealed().checked], 'of another visit').toEqual(['', true]);
});
