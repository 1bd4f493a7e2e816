const plural = new Intl.PluralRules('pl');

/** What is said of one, of a few (2 to 4, 22 to 24 and so on), or of many. */
export const either = (n: number, one: string, few: string, many: string): string => {
  const kind = plural.select(n);
  return kind === 'one' ? one : kind === 'few' ? few : many;
};

/** A number with its noun. */
export const count = (n: number, one: string, few: string, many: string): string =>
  `${n} ${either(n, one, few, many)}`;
