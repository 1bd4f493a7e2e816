import { afterEach, expect, test, vi } from 'vitest';
import { capitals, listed, locale, percent } from './locale';
import { en } from './strings.en';
import { useLanguage } from './strings';

async function reads(language: string, ...languages: string[]): Promise<void> {
  vi.stubGlobal('document', { documentElement: {} });
  vi.stubGlobal('navigator', { languages });
  await useLanguage([language], { [language]: async () => ({ ...en, lang: language }) });
}

afterEach(async () => {
  await reads('en', 'en');
  vi.unstubAllGlobals();
});

test('the language is the page’s, the country the person’s', async () => {
  await reads('en', 'de-AT', 'en-GB', 'en-US');
  expect(locale()).toBe('en-GB');
  await reads('de', 'de-AT', 'en-GB');
  expect(locale()).toBe('de-AT');
  await reads('pl', 'fr-CA');
  expect(locale()).toBe('pl');
});

test('names are listed as that language lists them', async () => {
  await reads('en', 'en-US');
  expect(listed(['Mia'])).toBe('Mia');
  expect(listed(['Mia', 'Finn', 'Frida'])).toBe('Mia, Finn, and Frida');
  await reads('en', 'en-GB');
  expect(listed(['Mia', 'Finn', 'Frida'])).toBe('Mia, Finn and Frida');
  await reads('ja', 'ja');
  expect(listed(['Mia', 'Finn', 'Frida'])).toBe('Mia、Finn、Frida');
  expect(listed([])).toBe('');
});

test('shares are written as that language writes them', async () => {
  await reads('en', 'en');
  expect(percent(0.0049)).toBe('0.5%');
  expect(percent(0.8)).toBe('80%');
  await reads('de', 'de');
  expect(percent(0.0049)).toBe('0,5\u00a0%');
});

test('a letter has the capital that its readers know', async () => {
  await reads('en', 'en');
  expect(capitals('im')).toBe('IM');
  await reads('tr', 'tr');
  expect(capitals('im')).toBe('İM');
});
