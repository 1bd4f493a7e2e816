import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { chooseLanguage, wantedLanguages } from '../language';
import { wordsFor } from '../strings';
import { speaksAsGroup } from './language';

const reload = vi.fn();
const kept = new Map<string, string>();
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
};
const browserNames = (...languages: string[]): void =>
  void vi.stubGlobal('navigator', { languages });
const read = async (): Promise<string> => (await wordsFor(wantedLanguages())).lang;

beforeEach(() => {
  vi.stubGlobal('location', { reload });
  vi.stubGlobal('localStorage', storage);
});
afterEach(() => {
  vi.unstubAllGlobals();
  reload.mockReset();
  kept.clear();
});

test('whoever reads no language of the page reads that of their group', async () => {
  browserNames('sv-SE', 'sv');
  speaksAsGroup('de');
  expect(reload).toHaveBeenCalledOnce();
  expect(await read()).toBe('de');
});

test('the browser, and a choice by hand, come before the group', async () => {
  browserNames('fr-CH');
  speaksAsGroup('de');
  expect(await read()).toBe('fr');
  browserNames('sv');
  chooseLanguage('pl');
  speaksAsGroup('de');
  expect(await read()).toBe('pl');
  expect(reload).not.toHaveBeenCalled();
});

test('where the words of the group’s language do not come, the page is not loaded again and again', () => {
  browserNames('sv-SE');
  speaksAsGroup('de');
  speaksAsGroup('de'); // the next page, in English
  expect(reload).toHaveBeenCalledOnce();
});

test('the page is not loaded for a language that it speaks already, or not at all', () => {
  browserNames('sv');
  speaksAsGroup('en');
  speaksAsGroup('tlh');
  speaksAsGroup('');
  expect(reload).not.toHaveBeenCalled();
});

test('where the browser keeps nothing the page is not loaded again and again', () => {
  browserNames('sv');
  vi.stubGlobal('localStorage', undefined);
  speaksAsGroup('de');
  expect(reload).not.toHaveBeenCalled();
});
