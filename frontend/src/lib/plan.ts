import { MINUTES, TEMPLATES, type Phase, type Step, type Template } from '../protocol';

/** A phase that a plan of one's own can hold. */
export type PlannedPhase = keyof typeof MINUTES;

export interface PlannedStep extends Step {
  phase: PlannedPhase;
}

export const PLANNED = Object.keys(MINUTES) as PlannedPhase[];

const isPlanned = (step: Step): step is PlannedStep => step.phase in MINUTES;

/** The template's steps that a plan of one's own begins with. */
export function stepsOf(template: Template): PlannedStep[] {
  const steps: readonly Step[] = TEMPLATES[template];
  return steps.filter(isPlanned).map((step) => ({ ...step }));
}

/** The same steps with the one at `from` at `to`. Outside the plan nothing moves. */
export function moved(steps: PlannedStep[], from: number, to: number): PlannedStep[] {
  if (to < 0 || to >= steps.length) return steps;
  const rest = steps.toSpliced(from, 1);
  return rest.toSpliced(to, 0, steps[from]!);
}

/** The same steps and this phase with its usual minutes, before the closing where there is one. */
export function extended(steps: PlannedStep[], phase: PlannedPhase): PlannedStep[] {
  const at = steps.at(-1)?.phase === 'closing' ? steps.length - 1 : steps.length;
  return steps.toSpliced(at, 0, { phase, minutes: MINUTES[phase][1] });
}

/** The phases of a case, from its telling to its presenter's return. */
const CASE: readonly Phase[] = [
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
