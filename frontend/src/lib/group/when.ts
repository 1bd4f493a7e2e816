import type { CertificatePaper } from '../../protocol';
import { format } from '../locale';
import { fromTo } from '../time';
import { same } from './followed';

const DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const;
const MINUTE_MS = 60_000;

/** When something is: the day, and from when to when. */
export interface When {
  day: string;
  hours: string;
}

/** The zone of this person's own clock; UTC where their browser has no name for it that it knows. */
export function ownZone(): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone as string | undefined;
  return zone && known(zone) ? zone : 'UTC';
}

/** The same to choose for a group: an offset, which a browser may have for a name, is none to the server. */
export function namedZone(): string {
  const zone = ownZone();
  return /^\w/.test(zone) ? zone : 'UTC';
}

/** Whether this browser knows the zone: one of a newer name it may not, and everything that is asked for in it throws. */
export function known(timeZone: string): boolean {
  try {
    return !!Intl.DateTimeFormat('en', { timeZone });
  } catch {
    return false;
  }
}

/** On the clock of this zone. The year is told where it is not this one. */
export function whenIn(timeZone: string, startsMs: number, minutes: number, nowMs: number): When {
  const year = (ms: number): string =>
    new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' }).format(ms);
  const withYear = year(startsMs) === year(nowMs) ? {} : ({ year: 'numeric' } as const);
  return {
    day: format({ ...DAY, ...withYear, timeZone }, startsMs),
    hours: fromTo(startsMs, startsMs + minutes * MINUTE_MS, timeZone),
  };
}

/** The day alone, on this person's clock. */
export function dayOf(ms: number, nowMs: number): string {
  return whenIn(ownZone(), ms, 0, nowMs).day;
}

/** A day that is written as "2027-01-12", in words, with its year. */
export function dayInWords(on: string): string {
  return format({ ...DAY, year: 'numeric', timeZone: 'UTC' }, Date.parse(`${on}T00:00Z`));
}

/** A day of the past, in short, on this person's clock. */
export function shortDay(ms: number): string {
  return format({ day: 'numeric', month: 'short', year: 'numeric' }, ms);
}

/** Whether the clocks of two zones show the same at this moment. */
export function sameClock(one: string, other: string, ms: number): boolean {
  return same(wallOf(ms, one), wallOf(ms, other));
}

/** What the clock of this zone shows, as forms and the server write it. Of one that is not known it is empty. */
export function wallOf(ms: number, timeZone: string): { on: string; at: string } {
  if (!known(timeZone)) return { on: '', at: '' };
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(ms);
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return { on: `${of('year')}-${of('month')}-${of('day')}`, at: `${of('hour')}:${of('minute')}` };
}

/** The certificate on the clock of its group; where this browser does not know that one, of UTC. */
export function onKnownClock({ says, ...paper }: CertificatePaper): CertificatePaper {
  return { ...paper, says: known(says.zone) ? says : { ...says, zone: 'UTC' } };
}

/** What people call the clock of this zone: its city. */
export function placeOfZone(zone: string): string {
  return zone.split('/').at(-1)!.replaceAll('_', ' ');
}

/** The zones that this browser knows, this person's own too. */
export function zones(): string[] {
  return [...new Set([namedZone(), ...Intl.supportedValuesOf('timeZone'), 'UTC'])].sort();
}
