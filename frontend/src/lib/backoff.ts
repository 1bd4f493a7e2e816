const LAST_QUICK_ATTEMPT = 13;

/**
 * How long to wait before a further attempt, in milliseconds, spread by chance: doubling up to a second, no longer for
 * some ten seconds, in which another server may be taking the circle up, and then doubling again up to eight.
 */
export function backoffMs(attempt: number, random: number): number {
  const doublings = Math.min(attempt, 2) + Math.max(0, attempt - LAST_QUICK_ATTEMPT);
  return Math.min(8000, 250 * 2 ** doublings) * (0.5 + random / 2);
}

/** How long an attempt may take: little at first, for its server may be frozen; more each time, for the line may be slow. */
export function opensWithinMs(attempt: number): number {
  return Math.min(8000, 3000 + 1000 * attempt);
}
