import { render } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { words } from '../lib/strings';
import { CLOSE } from '../protocol';
import Closed from './Closed.svelte';

test('the title of the page no longer speaks of the circle, and its heading has the focus', () => {
  document.title = 'Reflection · Tuesday';
  const { container } = render(Closed, { code: CLOSE.GOODBYE, onback: vi.fn() });
  expect(document.title).toBe(`${words.closed.GOODBYE.title} · ${words.name}`);
  expect(document.activeElement).toBe(container.querySelector('h1'));
});
