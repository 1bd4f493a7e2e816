import { expect, test } from 'vitest';
import { assigned, casesPlanned, partIn, partsOf } from './parts';
import { aGroup } from './testing';

const { terms } = aGroup();

test('a plan has as many cases as it has presentations', () => {
  expect(casesPlanned({ ...terms, template: 'two_cases_90' })).toBe(2);
  expect(casesPlanned({ ...terms, steps: [{ phase: 'presentation', minutes: 7 }] })).toBe(1);
});

test('who is noted nothing of facilitates with the others, as the log says; and so it is noted', () => {
  expect(assigned(partsOf([], [1, 2]), [1, 2], 2)).toEqual([
    { person: 1, part: 'co_lead', case: null },
    { person: 2, part: 'co_lead', case: null },
  ]);
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
  expect(assigned(partsOf([...parts], [1]), [1], 2)).toEqual(parts);
});

test('where there was one case, nothing differs by case', () => {
  const chosen = partsOf(
    [
      { person: 1, part: 'lead', case: 1 },
      { person: 1, part: 'observe', case: 2 },
    ],
    [1],
  );
  expect(partIn(chosen[1]!, 2)).toBe('by_case');
  expect(partIn(chosen[1]!, 1)).toBe('lead');
  expect(assigned(chosen, [1], 1)).toEqual([{ person: 1, part: 'lead', case: null }]);
});

test('nothing is noted of whoever is not asked about', () => {
  expect(assigned(partsOf([], [1, 2]), [2], 1)).toEqual([
    { person: 2, part: 'co_lead', case: null },
  ]);
});
