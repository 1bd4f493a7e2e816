const plural = new Intl.PluralRules('fr');

/** What is said of one (in French of none, too), or of another number. */
export const either = (n: number, one: string, other: string): string =>
  plural.select(n) === 'one' ? one : other;

/** A number with its noun. */
export const count = (n: number, one: string, other: string): string =>
  `${n}\u00a0${either(n, one, other)}`;
