import { capitals } from './locale';

const TITLES =
  /^(dra?|prof(a|\.?ssa)?|dott(\.?ssa)?|mrs?|ms|mme|drs|ir|mag|mgr|lek|hab|dipl|med|phd|md)\.?$/i;

/** A name without the titles before it, and those titles. */
export function untitled(name: string): { titles: string; rest: string } {
  const words = name.split(/\s+/).filter(Boolean);
  const first = words.findIndex((word) => !TITLES.test(word));
  const cut = Math.max(first, 0);
  return { titles: words.slice(0, cut).join(' '), rest: words.slice(cut).join(' ') };
}

/** What people call each other by; with the seat's number, where the server adds it to tell two apart. */
export function firstName(name: string): string {
  const first = untitled(name).rest.split(' ')[0] ?? name;
  const seat = seatOf(name);
  return seat && !first.endsWith(seat) ? `${first} ${seat}` : first;
}

/** The same among these people: all of the name where another of them has the same first one. */
export function calledAmong(people: readonly { name: string }[], name: string): string {
  const first = firstName(name);
  return people.filter((each) => firstName(each.name) === first).length > 1 ? name : first;
}

/** What stands in brackets after a name says something of the person, and is none: "Max (he/him)". */
const IN_BRACKETS = /(?<=\S)\s+\([^)]*\)/g;

/** One or two letters for a chair: the first of the first name and of the last, or the seat that tells two apart. */
export function initials(name: string): string {
  const seat = seatOf(name);
  if (seat) return capitals(letter(untitled(name).rest)) + seat.slice(1, -1);
  const names = untitled(name).rest.replace(IN_BRACKETS, '').split(' ');
  const first = names[0] ?? '';
  const last = names.length > 1 ? (names.at(-1) ?? '') : '';
  return capitals(letter(first) + letter(last));
}

function seatOf(name: string): string | undefined {
  return /\(\d{1,2}\)$/.exec(name)?.[0];
}

/** What the eye takes for one character: with its marks, and an emoji of several, or a flag, whole. */
const CHARACTER = /^(?:\p{RI}{2}|\P{M}[\p{M}\p{EMod}]*(?:\u200d\P{M}[\p{M}\p{EMod}]*)*)/u;

function letter(word: string): string {
  return CHARACTER.exec(word)?.[0] ?? '';
}
