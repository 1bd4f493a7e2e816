const hours = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

/** The time of day where this person is. */
export function timeOfDay(ms: number): string {
  return hours.format(ms);
}

/** Whole minutes between two times. */
export function minutesBetween(fromMs: number, toMs: number): number {
  return Math.round((toMs - fromMs) / 60_000);
}
