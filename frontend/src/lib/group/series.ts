import type { DateRule } from '../../protocol';

const DAY_MS = 86_400_000;

/** The days that a rule spells out, as "2027-01-12". The server spells them out by the same rule (G2), and keeps its own. */
export function daysOf(first: string, { every, unit, count }: DateRule): string[] {
  const begins = Date.parse(`${first}T00:00Z`);
  if (Number.isNaN(begins)) return [];
  const on = unit === 'weeks' ? everyWeeks : everyMonths;
  return Array.from({ length: count }, (_, at) => written(on(begins, every * at)));
}

const written = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

const everyWeeks = (begins: number, weeks: number): number => begins + 7 * weeks * DAY_MS;

/** The same weekday of a later month: its second Tuesday; a fifth one means the last. */
function everyMonths(begins: number, months: number): number {
  const first = new Date(begins);
  const nth = Math.floor((first.getUTCDate() - 1) / 7);
  const month = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + months, 1));
  const days = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate();
  let day = 1 + ((first.getUTCDay() - month.getUTCDay() + 7) % 7) + 7 * nth;
  while (day > days) day -= 7;
  return month.setUTCDate(day);
}
