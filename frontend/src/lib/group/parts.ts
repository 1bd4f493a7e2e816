import { type Assigned, type LeaderPart, TEMPLATES, type Terms } from '../../protocol';

/** What a facilitator does in a meeting: the same in all of it, or something else in each of its cases. */
export type Part = LeaderPart | 'by_case';

/** One facilitator's part, and where it is by case what they do in each, the first case first. */
export interface PartChosen {
  part: Part;
  cases: LeaderPart[];
}

/** How many cases the plan of the group has room for. */
export function casesPlanned({ template, steps }: Terms): number {
  return (steps ?? TEMPLATES[template]).filter(({ phase }) => phase === 'presentation').length;
}

/** What is noted of this facilitator. Nothing is: they facilitate. */
export function partOf(parts: Assigned[], person: number, cases: number): PartChosen {
  const own = parts.filter((each) => each.person === person);
  const whole = own.find((each) => each.case === null)?.part ?? 'lead';
  const inCase = (at: number): LeaderPart =>
    own.find((each) => each.case === at + 1)?.part ?? whole;
  const byCase = cases > 1 && own.some((each) => each.case !== null);
  return {
    part: byCase ? 'by_case' : whole,
    cases: Array.from({ length: cases }, (_, at) => inCase(at)),
  };
}

/** What is to be noted of this facilitator. */
export function assigned(person: number, { part, cases }: PartChosen): Assigned[] {
  if (part !== 'by_case') return [{ person, part, case: null }];
  return cases.map((each, at) => ({ person, part: each, case: at + 1 }));
}
