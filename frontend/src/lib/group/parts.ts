import type { Assigned, LeaderPart, Step, Terms } from '../../protocol';
import { GROUP, TEMPLATES } from '../../protocol-opening';

/** What a facilitator does in a meeting: the same in all of it, or something else in each of its cases. */
export type Part = LeaderPart | 'by_case';

/** One facilitator's part, and what they do in each case where it is by case, the first case first. */
export interface PartChosen {
  part: Part;
  cases: LeaderPart[];
}

/** By the facilitator's number. */
export type PartsChosen = Record<number, PartChosen>;

/** The steps of each meeting of the group. */
export function stepsOfTerms({ template, steps }: Terms): readonly Step[] {
  return steps ?? TEMPLATES[template];
}

/** How many cases the plan of the group has room for. */
export function casesPlanned(terms: Terms): number {
  return stepsOfTerms(terms).filter(({ phase }) => phase === 'presentation').length;
}

/** What is noted of each of several facilitators. Of whom nothing is: they facilitate together, as the log says then. */
export function partsOf(parts: Assigned[], facilitators: number[]): PartsChosen {
  return Object.fromEntries(facilitators.map((person) => [person, partOf(parts, person)]));
}

function partOf(parts: Assigned[], person: number): PartChosen {
  const own = parts.filter((each) => each.person === person);
  const whole = own.find((each) => each.case === null)?.part ?? 'co_lead';
  const inCase = (number: number): LeaderPart =>
    own.find((each) => each.case === number)?.part ?? whole;
  return {
    part: own.some((each) => each.case !== null) ? 'by_case' : whole,
    cases: Array.from({ length: GROUP.CASES_MAX }, (_, at) => inCase(at + 1)),
  };
}

/** The same where there are only so many cases: nothing differs by case in one. */
export function partIn({ part, cases }: PartChosen, count: number): Part {
  return part === 'by_case' && count < 2 ? cases[0]! : part;
}

/** What is to be noted of these facilitators in a meeting of so many cases. */
export function assigned(chosen: PartsChosen, facilitators: number[], count: number): Assigned[] {
  return facilitators.flatMap((person): Assigned[] => {
    const part = partIn(chosen[person]!, count);
    if (part !== 'by_case') return [{ person, part, case: null }];
    const cases = chosen[person]!.cases.slice(0, count);
    return cases.map((each, at) => ({ person, part: each, case: at + 1 }));
  });
}
