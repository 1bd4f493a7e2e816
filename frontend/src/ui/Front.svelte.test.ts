import { render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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
