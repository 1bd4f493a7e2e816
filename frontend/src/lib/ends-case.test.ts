import { expect, test } from 'vitest';
import { TEMPLATES } from '../protocol-opening';
import { endsCase } from './ends-case';

/** 0 gathering … 3 call, 4 presentation … 8 return, 9 call, 10 presentation … 14 return, 15 closing, 16 lingering */
const two = TEMPLATES.two_cases_90;

test.each<[string, number, number, boolean]>([
  ['from before a case into it', 3, 4, false],
  ['over a case that has not begun', 3, 9, false],
  ['from one step of a case to another', 4, 8, false],
  ['back within a case', 7, 5, false],
  ['to where it is', 6, 6, false],
  ['out of a case, over its end', 6, 9, true],
  ['out of a case to the last step', 4, 16, true],
  ['out of a case, back before it', 5, 2, true],
  ['from one case into the next', 7, 10, true],
  ['from the first presentation to the second return', 4, 14, true],
  ['from the return to what comes next', 8, 9, false],
  ['from the return over the next call', 8, 10, false],
  ['from the return over a case that nobody has', 8, 15, false],
  ['from the return to the last step', 8, 16, false],
  ['from the return back before its case', 8, 2, false],
  ['from the last return to the closing', 14, 15, false],
  ['after the cases', 15, 16, false],
  ['back into a case that has ended', 15, 14, false],
])('a skip %s: from %i to %i ends a case: %s', (_, from, to, ends) => {
  expect(endsCase(two, from, to)).toBe(ends);
});

test('a plan of one’s own can leave the questions out, and skips are told as rightly', () => {
  const phases = [
    'gathering',
    'presentation',
    'sit_back',
    'reflection',
    'presenter_returns',
    'closing',
  ] as const;
  const plan = phases.map((phase) => ({ phase, minutes: 1 }));
  expect([2, 3, 4, 5, 0].map((to) => endsCase(plan, 1, to))).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
});
