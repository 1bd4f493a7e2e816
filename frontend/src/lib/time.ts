const hours = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });

/** The time of day where this person is. */
export function timeOfDay(ms: number): string {
  return hours.format(ms);
}

const days = new Intl.DateTimeFormat(undefined, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: 'numeric',
  minute: '2-digit',
});

/** The day, and the time of it, where this person is. */
export function dayAndTime(ms: number): string {
  return days.format(ms);
}

/** A stretch of the day where this person is. */
export function fromTo(fromMs: number, toMs: number): string {
  return hours.formatRange(fromMs, toMs);
}

/** So many whole minutes. */
export function wholeMinutes(ms: number): number {
  return Math.round(ms / 60_000);
}

/** Whole minutes between two times. */
export function minutesBetween(fromMs: number, toMs: number): number {
  return wholeMinutes(toMs - fromMs);
}
