const plural = new Intl.PluralRules('nl');

/** What is said of one, or of another number. */
export const either = (n: number, one: string, other: string): string =>
  plural.select(n) === 'one' ? one : other;

/** A number with its noun. */
export const count = (n: number, one: string, other: string): string =>
  `${n} ${either(n, one, other)}`;
