import { format, formatter } from './locale';

const TIME = { hour: 'numeric', minute: '2-digit' } as const;
const DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const;

/** The time of day where this person is. */
export function timeOfDay(ms: number): string {
  return format(TIME, ms);
}

/** The day, and the time of it, where this person is. */
export function dayAndTime(ms: number): string {
  return format({ ...DAY, ...TIME }, ms);
}

/** From when to when it is by a clock, their own where no other is named. Over midnight too no days are told. */
export function fromTo(fromMs: number, toMs: number, timeZone?: string): string {
  const wall = new Intl.DateTimeFormat('en', { ...TIME, hourCycle: 'h23', timeZone });
  const ofOneDay = (ms: number): number =>
    Date.parse(`1970-01-01T${wall.format(ms).padStart(5, '0')}Z`);
  return formatter({ ...TIME, timeZone: 'UTC' }).formatRange(ofOneDay(fromMs), ofOneDay(toMs));
}

/** So many whole minutes. */
export function wholeMinutes(ms: number): number {
  return Math.round(ms / 60_000);
}

/** The full minutes of a time: certificates count those. */
export function fullMinutes(ms: number): number {
  return Math.floor(ms / 60_000);
}

/** Whole minutes between two times. */
export function minutesBetween(fromMs: number, toMs: number): number {
  return wholeMinutes(toMs - fromMs);
}
