import { expect, test } from 'vitest';
import { assigned, casesPlanned, partOf } from './parts';
import { aGroup } from './testing';

const { terms } = aGroup();

test('a plan has as many cases as it has presentations', () => {
  expect(casesPlanned({ ...terms, template: 'two_cases_90' })).toBe(2);
  expect(casesPlanned({ ...terms, steps: [{ phase: 'presentation', minutes: 7 }] })).toBe(1);
});

test('who is noted nothing of facilitates; and so it is noted', () => {
  const part = partOf([], 1, 2);
  expect(part).toEqual({ part: 'lead', cases: ['lead', 'lead'] });
  expect(assigned(1, part)).toEqual([{ person: 1, part: 'lead', case: null }]);
});

test.each([
  [[{ person: 1, part: 'observe', case: null }] as const],
  [
    [
      { person: 1, part: 'lead', case: 1 },
      { person: 1, part: 'co_lead', case: 2 },
    ] as const,
  ],
])('what was noted is noted again: %j', (parts) => {
  expect(assigned(1, partOf([...parts], 1, 2))).toEqual(parts);
});

test('where the plan has one case, what was noted of two is not asked any more', () => {
  const parts = [{ person: 1, part: 'co_lead', case: 2 } as const];
  expect(assigned(1, partOf(parts, 1, 1))).toEqual([{ person: 1, part: 'lead', case: null }]);
});
