import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { expect, test, vi } from 'vitest';
import App from './App.svelte';
import { navigation } from './lib/navigation.svelte';

test('the second click of a double click is none, and neither is a key that is held', async () => {
  vi.stubGlobal('fetch', () => new Promise(() => undefined)); // no server here
  navigation.showFront();
  render(App);
  const button = await screen.findByRole('button', { name: 'Open a group' });
  const click = (detail: number): boolean =>
    button.dispatchEvent(new MouseEvent('click', { detail, bubbles: true, cancelable: true }));
  const key = (name: string, repeat: boolean): boolean =>
    button.dispatchEvent(
      new KeyboardEvent('keydown', { key: name, repeat, bubbles: true, cancelable: true }),
    );
  expect([click(2), click(3), key('Enter', true), key(' ', true)]).toEqual(Array(4).fill(false));
  await tick();
  expect(button.isConnected).toBe(true);
  button.dataset.eachPress = '';
  expect([click(2), key('Enter', true)]).toEqual([true, false]);
  delete button.dataset.eachPress;
  expect([key('Enter', false), key('Tab', true), click(1)]).toEqual(Array(3).fill(true));
  await vi.waitFor(() => expect(button.isConnected).toBe(false));
});
