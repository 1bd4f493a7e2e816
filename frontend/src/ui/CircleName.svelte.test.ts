import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { expect, test } from 'vitest';
import { words } from '../lib/circle-words';
import { aView } from '../lib/testing';
import CircleName from './CircleName.svelte';
import TestingRoom from './TestingRoom.svelte';

test('a name that has no room in the header is whole in the dialog behind it', async () => {
  render(TestingRoom, { part: CircleName, view: aView() });
  screen.getByRole('button', { name: 'Tuesday' }).click();
  await tick();
  expect(screen.getByRole('dialog').querySelector('bdi')?.textContent).toBe('Tuesday');
});

const sealed = { digits: '12345678', sent: false, withheld: false, unopened: [] };

test.each([
  ['cannot listen', sealed, words.seal.is],
  ['has had the key', { ...sealed, sent: true }, words.seal.sent],
  ['could listen', null, words.seal.not],
])('over the name and in its dialog stands that the server %s', async (_, sealed, says) => {
  render(TestingRoom, { part: CircleName, view: aView(), sealed });
  const button = screen.getByRole('button', { name: 'Tuesday' });
  expect(button.title).toBe(says);
  button.click();
  await screen.findByRole('dialog', { name: says });
});
