import { expect, test } from 'vitest';
import { followed } from './followed';

const was = { name: 'Tuesdays', terms: { quorum: 4, steps: [1, 2] as number[] | null } };

test('what nobody has touched is as it is now', () => {
  const is = { name: 'Wednesdays', terms: { quorum: 5, steps: null } };
  expect(followed(was, was, is)).toEqual(is);
});

test('what was typed stays, and what was not follows, in the same part too', () => {
  const typed = { name: 'Tuesdays', terms: { quorum: 6, steps: [1, 2] } };
  const is = { name: 'Wednesdays', terms: { quorum: 4, steps: [1, 2, 3] } };
  expect(followed(typed, was, is)).toEqual({
    name: 'Wednesdays',
    terms: { quorum: 6, steps: [1, 2, 3] },
  });
});

test('a list that was touched stays whole', () => {
  const typed = { name: 'Tuesdays', terms: { quorum: 4, steps: [2, 1] } };
  const is = { name: 'Tuesdays', terms: { quorum: 4, steps: [1, 2, 3] } };
  expect(followed(typed, was, is)).toEqual(typed);
});

test('whoever has come meanwhile is there, beside what was typed of the others', () => {
  expect(followed<Record<number, number>>({ 1: 60 }, { 1: 90 }, { 1: 90, 2: 45 })).toEqual({
    1: 60,
    2: 45,
  });
});
