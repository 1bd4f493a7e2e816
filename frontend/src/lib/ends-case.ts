import type { Phase, Step } from '../protocol';

/** The phases of a case, from its telling to its presenter's return. */
export const CASE: readonly Phase[] = [
  'presentation',
  'clarifying_questions',
  'sit_back',
  'reflection',
  'presenter_returns',
];

/**
 * Whether going from this step of a plan to that one ends a case before its end. From its last step a case goes on to what
 * comes next as the method has it: that ends nothing.
 */
export function endsCase(plan: readonly Step[], from: number, to: number): boolean {
  const isOfCase = (step: number): boolean => CASE.includes(plan[step]?.phase ?? 'gathering');
  if (!isOfCase(from)) return false;
  let [first, last] = [from, from];
  while (isOfCase(first - 1)) first--;
  while (isOfCase(last + 1)) last++;
  return (to < first || to > last) && !(from === last && to === last + 1);
}
