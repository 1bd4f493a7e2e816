import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Volumes } from './volumes.svelte';

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});

afterEach(() => vi.unstubAllGlobals());

test('a voice is as loud as was chosen for it and for all; without a choice it is full', () => {
  const volumes = new Volumes('one');
  expect(volumes.of(3)).toBe(1);
  volumes.choose(3, 0.5);
  volumes.all = 0.6;
  expect([volumes.of(3), volumes.of(4), volumes.chosen(3)]).toEqual([0.3, 0.6, 0.5]);
});

test('this tab keeps them by circle, and so does a page loaded anew', () => {
  const volumes = new Volumes('one');
  volumes.choose(3, 0.5);
  volumes.all = 0.8;
  expect([new Volumes('one').chosen(3), new Volumes('one').all]).toEqual([0.5, 0.8]);
  expect([new Volumes('other').chosen(3), new Volumes('other').all]).toEqual([1, 1]);
});

test('D9: whoever comes by a seat after another is as loud as they come, also on a page loaded anew', () => {
  let before: string | null = null;
  const page = (): Volumes => new Volumes('one', () => before);
  const volumes = page();
  volumes.choose(4, 0);
  before = 'Mia';
  expect([volumes.of(4), page().of(4)]).toEqual([1, 1]);
  volumes.choose(4, 0.5);
  expect([volumes.of(4), page().of(4)]).toEqual([0.5, 0.5]);
});

test('where storage is denied they hold as long as the page', () => {
  vi.stubGlobal('sessionStorage', undefined);
  const volumes = new Volumes('denied');
  volumes.choose(3, 0.5);
  expect(volumes.of(3)).toBe(0.5);
});
