import { expect, test } from 'vitest';
import type { Template } from '../protocol';
import { MINUTES, TEMPLATES } from '../protocol-opening';
import { extended, moved, stepsOf, type PlannedStep } from './plan';

const steps: PlannedStep[] = [
  { phase: 'opening', minutes: 4 },
  { phase: 'call_for_case', minutes: 2 },
  { phase: 'closing', minutes: 3 },
];
const phases = (plan: PlannedStep[]): string => plan.map(({ phase }) => phase).join(' ');

test.each(Object.keys(TEMPLATES) as Template[])(
  'a plan of one’s own begins with what %s holds between gathering and lingering',
  (template) => {
    expect(stepsOf(template)).toEqual(TEMPLATES[template].slice(1, -1));
  },
);

test('changing a plan of one’s own leaves the template as it is', () => {
  stepsOf('one_case_60')[0]!.minutes = 9;
  expect(stepsOf('one_case_60')[0]!.minutes).toBe(TEMPLATES.one_case_60[1].minutes);
});

test('a step moves by one, and never out of the plan', () => {
  expect(phases(moved(steps, 0, 1))).toBe('call_for_case opening closing');
  expect(phases(moved(steps, 2, 1))).toBe('opening closing call_for_case');
  expect(moved(steps, 0, -1)).toBe(steps);
  expect(moved(steps, 2, 3)).toBe(steps);
});

test('one more step comes before the closing, with its usual minutes', () => {
  expect(extended(steps, 'presentation')[2]).toEqual({
    phase: 'presentation',
    minutes: MINUTES.presentation[1],
  });
  expect(phases(extended(steps, 'follow_up'))).toBe('opening call_for_case follow_up closing');
  expect(phases(extended(steps.slice(0, 2), 'closing'))).toBe('opening call_for_case closing');
});
