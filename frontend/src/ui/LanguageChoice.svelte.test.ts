import { render, screen } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { wantedLanguages } from '../lib/language';
import { spoken, words } from '../lib/strings';
import LanguageChoice from './LanguageChoice.svelte';

const reload = vi.fn();

function chooses(tag: string): void {
  const select = screen.getByRole<HTMLSelectElement>('combobox', { name: words.language.choose });
  select.value = tag;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
  reload.mockClear();
});

test('each language is called what its own people call it', () => {
  render(LanguageChoice);
  const options = screen.getAllByRole<HTMLOptionElement>('option');
  expect(options.map(({ lang }) => lang)).toEqual(spoken);
  expect(options.map(({ textContent }) => textContent)).toContain('Deutsch');
});

test('what is chosen goes before what the browser says, from the next page on', () => {
  vi.stubGlobal('location', { reload });
  render(LanguageChoice);
  chooses('de');
  expect(reload).toHaveBeenCalledOnce();
  expect(wantedLanguages()).toEqual(['de', ...navigator.languages]);
});

test('whoever has chosen goes on from there on the page that is loaded for it, and only on that one', () => {
  vi.stubGlobal('location', { reload });
  const choice = (): HTMLElement => screen.getByRole('combobox', { name: words.language.choose });
  const first = render(LanguageChoice);
  expect(document.activeElement).toBe(document.body);
  chooses('de');
  first.unmount();
  const second = render(LanguageChoice);
  expect(document.activeElement).toBe(choice());
  second.unmount();
  render(LanguageChoice);
  expect(document.activeElement).toBe(document.body);
});

test('a browser that keeps nothing is told of, and the page stays as it is', async () => {
  vi.stubGlobal('location', { reload });
  const full = (): never => {
    throw new Error('full');
  };
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: full, removeItem: () => {} });
  render(LanguageChoice);
  chooses('de');
  await screen.findByText(words.language.notKept);
  expect(reload).not.toHaveBeenCalled();
});
