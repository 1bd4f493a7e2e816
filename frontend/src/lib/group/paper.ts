import type { Attended, CertificatePaper } from '../../protocol';
import { paper as english } from '../../words/en/paper/paper';
import { format, listed, locale } from '../locale';
import { laterWords } from '../strings';
import { fromTo } from '../time';

/** The words of a certificate on paper. They are loaded with it. */
export const { paper: words, lang } = await laterWords(
  english,
  import.meta.glob('../../words/*/paper/index.ts'),
);

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;

/** What a certificate says beside its meetings: a name, and what stands beside it. What is empty is left out. */
export function headOf({ number, says }: CertificatePaper): [string, string][] {
  const modes = new Set(says.attended.map(({ mode }) => words.modes[mode]));
  const leaders = says.leaders.map(({ name, accreditation }) =>
    name ? words.leader(name, accreditation) : words.leaderGone,
  );
  const lines: [string, string][] = [
    [words.number, number],
    [words.group, says.group],
    [words.organiser, says.organiser],
    [words.leaders, listed(leaders)],
    [words.mode, [...modes, says.closed ? words.closed : words.open].join(', ')],
    [words.time, spanOf(says.attended, says.zone)],
  ];
  return lines.filter(([, text]) => text !== '');
}

/** What the columns of its meetings are called. There is none of events' numbers where no meeting has one. */
export function columnsOf({ says }: CertificatePaper): string[] {
  const titles = Object.values(words.columns);
  return says.attended.some(({ vnr }) => vnr !== '') ? titles : titles.slice(0, -1);
}

/** One meeting, cell by cell, on the clock of the group. */
export function rowOf(each: Attended, timeZone: string): string[] {
  return [
    day(each.began_ms, timeZone),
    fromTo(each.began_ms, each.ended_ms, timeZone),
    each.corrected ? words.marked(each.minutes) : `${each.minutes}`,
    `${each.cases}`,
    words.roleMode(words.roles[each.role], words.modes[each.mode]),
    each.vnr,
  ];
}

/** All of it together, in the units that bodies ask for. */
export function totalsOf({ says }: CertificatePaper): [string, string][] {
  return [
    [words.meetings, `${says.attended.length}`],
    [words.minutes, `${says.minutes}`],
    [words.hours, words.toQuarter(decimal(says.quarter_hours / 4))],
    [words.units, words.full(says.units)],
    [words.doubleHours, words.fullDouble(says.double_hours)],
  ];
}

export function issuedOn({ issued_ms, says }: CertificatePaper): string {
  return day(issued_ms, says.zone);
}

function spanOf(attended: Attended[], timeZone: string): string {
  const days = attended.map(({ began_ms }) => day(began_ms, timeZone));
  const [first = '', last = ''] = [days[0], days.at(-1)];
  return first === last ? first : words.span(first, last);
}

function day(ms: number, timeZone: string): string {
  return format({ ...DAY, timeZone }, ms);
}

/** With the point of this language. In lib/locale.ts it would be one more thing that everybody loads. */
function decimal(number: number): string {
  // eslint-disable-next-line no-restricted-syntax
  return number.toLocaleString(locale());
}
