import { format } from './locale';

const TIME = { hour: 'numeric', minute: '2-digit' } as const;
const DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const;

/** The time of day where this person is. */
export function timeOfDay(ms: number): string {
  return format(TIME).format(ms);
}

/** The day, and the time of it, where this person is. */
export function dayAndTime(ms: number): string {
  return format({ ...DAY, ...TIME }).format(ms);
}

/** From when to when it is by a clock, their own where no other is named. Over midnight too no days are told. */
export function fromTo(fromMs: number, toMs: number, timeZone?: string): string {
  const clock = format({ ...TIME, timeZone });
  const tellsDays = clock.formatRangeToParts(fromMs, toMs).some(({ type }) => type === 'day');
  if (!tellsDays) return clock.formatRange(fromMs, toMs);
  const to24 = clock.resolvedOptions().hourCycle === 'h23';
  const hour = to24 ? '2-digit' : 'numeric'; // midnight is 00:00, as within a day
  const alike = format({ ...TIME, hour, timeZone });
  return `${alike.format(fromMs)}–${alike.format(toMs)}`;
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
