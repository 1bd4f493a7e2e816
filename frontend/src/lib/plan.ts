import type { Step, Template } from '../protocol';
import { MINUTES, TEMPLATES } from '../protocol-opening';

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

/** How long the meeting of these steps is: people arrive before it, and may stay afterwards. */
export function minutesOf(steps: readonly Step[]): number {
  return steps.filter(isPlanned).reduce((sum, { minutes }) => sum + minutes, 0);
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
