import type { Attachment } from 'svelte/attachments';
import type { Phase, SkipTo, Step } from '../protocol';
import { IN_CASE } from '../protocol-phases';
import type { Room } from './room';

/** Whether this is a phase of a case, from its telling to its presenter's return. */
export function isOfCase(phase: Phase): boolean {
  return (IN_CASE as readonly Phase[]).includes(phase);
}

/** Whether going from this step of a plan to that one ends a case whose presenter has not returned yet. */
export function endsCase(plan: readonly Step[], from: number, to: number): boolean {
  const inCase = (step: number): boolean => isOfCase(plan[step]?.phase ?? 'gathering');
  if (!inCase(from)) return false;
  let [first, last] = [from, from];
  while (inCase(first - 1)) first--;
  while (inCase(last + 1)) last++;
  return plan[from]!.phase !== 'presenter_returns' && (to < first || to > last);
}

/** Makes a button go to this step of the plan. Where that ends the case, it only says so: then it is asked about first. */
export function skipping(
  room: Room,
  step: number,
  onends: (skip: SkipTo) => void,
): Attachment<HTMLButtonElement> {
  const { plan, step: seen } = room.view;
  const skip: SkipTo = { type: 'skip_to', step, seen };
  return room.asks(skip, endsCase(plan, seen, step) ? () => onends(skip) : undefined);
}
