import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { expect, test } from 'vitest';
import { aView } from '../lib/testing';
import CircleName from './CircleName.svelte';
import InRoom from './InRoom.svelte';

test('a name that has no room in the header is whole in the dialog behind it', async () => {
  render(InRoom, { part: CircleName, view: aView() });
  screen.getByRole('button', { name: 'Tuesday' }).click();
  await tick();
  expect(screen.getByRole('dialog').querySelector('bdi')?.textContent).toBe('Tuesday');
});
