import { expect, test } from 'vitest';
import { daysOf } from './series';

test('every two weeks', () => {
  expect(daysOf('2027-01-12', { every: 2, unit: 'weeks', count: 4 })).toEqual([
    '2027-01-12',
    '2027-01-26',
    '2027-02-09',
    '2027-02-23',
  ]);
});

test('the second Tuesday of every month, over the end of the year', () => {
  expect(daysOf('2026-11-10', { every: 1, unit: 'months', count: 4 })).toEqual([
    '2026-11-10',
    '2026-12-08',
    '2027-01-12',
    '2027-02-09',
  ]);
});

test('a fifth Friday means the last one of a month', () => {
  expect(daysOf('2027-01-29', { every: 1, unit: 'months', count: 4 })).toEqual([
    '2027-01-29',
    '2027-02-26',
    '2027-03-26',
    '2027-04-30',
  ]);
});

test('a day that is not chosen yet has none', () => {
  expect(daysOf('', { every: 1, unit: 'weeks', count: 4 })).toEqual([]);
});
