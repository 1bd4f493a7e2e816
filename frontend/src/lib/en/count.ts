const plural = new Intl.PluralRules('en');

/** A number with its noun. */
export const count = (n: number, one: string, other: string): string =>
  `${n} ${plural.select(n) === 'one' ? one : other}`;
