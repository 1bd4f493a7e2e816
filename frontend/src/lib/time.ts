import { words } from './strings';

const TIME = { hour: 'numeric', minute: '2-digit' } as const;
const DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const;

/** In the page's language, as it is written where this person is; the hours are counted as they count them. */
export function format(parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = navigator.languages.find((tag) => tag.split('-')[0] === words.lang.split('-')[0]);
  const { hourCycle } = new Intl.DateTimeFormat(undefined, TIME).resolvedOptions();
  return new Intl.DateTimeFormat(locale ?? words.lang, { ...parts, hourCycle });
}

/** The time of day where this person is. */
export function timeOfDay(ms: number): string {
  return format(TIME).format(ms);
}

/** The day, and the time of it, where this person is. */
export function dayAndTime(ms: number): string {
  return format({ ...DAY, ...TIME }).format(ms);
}

/** A stretch of the day where this person is. */
export function fromTo(fromMs: number, toMs: number): string {
  return format(TIME).formatRange(fromMs, toMs);
}

/** So many whole minutes. */
export function wholeMinutes(ms: number): number {
  return Math.round(ms / 60_000);
}

/** Whole minutes between two times. */
export function minutesBetween(fromMs: number, toMs: number): number {
  return wholeMinutes(toMs - fromMs);
}
