/** Whether two plain values say the same. */
export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

type Fields = Record<string, unknown>;

/**
 * What was typed over what `was` kept, now that something else `is`: what was not touched is as it is now, field by field.
 * A list is one field.
 */
export function followed<T>(typed: T, was: T, is: T): T {
  if (same(typed, was)) return structuredClone(is);
  if (!hasFields(typed) || !hasFields(was) || !hasFields(is)) return typed;
  const [a, b, c]: Fields[] = [typed, was, is];
  const keys = Object.keys({ ...c, ...a });
  return Object.fromEntries(keys.map((key) => [key, followed(a![key], b![key], c![key])])) as T;
}

function hasFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
