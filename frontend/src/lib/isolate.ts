const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/**
 * Somebody's own words as a part of a sentence: whatever way they are written, nothing around them turns. Where the sentence
 * itself is written from right to left, any text may turn it.
 */
export function isolated(text: string, inRightToLeft = false): string {
  const turns = inRightToLeft || RIGHT_TO_LEFT.test(text);
  return turns ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE : text;
}

/** The same dictionary, with every text isolated that its sentences are completed by. */
export function isolating<T>(words: T, isRightToLeft = false): T {
  if (typeof words === 'function') {
    const say = words as unknown as (...told: unknown[]) => unknown;
    const told = (...parts: unknown[]): unknown =>
      say(
        ...parts.map((part) => (typeof part === 'string' ? isolated(part, isRightToLeft) : part)),
      );
    return told as T;
  }
  if (Array.isArray(words))
    return words.map((word) => isolating<unknown>(word, isRightToLeft)) as T;
  if (typeof words !== 'object' || words === null) return words;
  const entries = Object.entries(words).map(([key, word]) => [
    key,
    isolating<unknown>(word, isRightToLeft),
  ]);
  return Object.fromEntries(entries) as T;
}
