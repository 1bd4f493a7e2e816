const TITLES = /^(dr|prof|mr|mrs|ms|drs|ir|mag|dipl|med|phd|md)\.?$/i;

/** A name without the titles before it, and those titles. */
export function untitled(name: string): { titles: string; rest: string } {
  const words = name.split(/\s+/).filter(Boolean);
  const first = words.findIndex((word) => !TITLES.test(word));
  const cut = Math.max(first, 0);
  return { titles: words.slice(0, cut).join(' '), rest: words.slice(cut).join(' ') };
}

/** What people call each other by. */
export function firstName(name: string): string {
  return untitled(name).rest.split(' ')[0] ?? name;
}

/** One or two letters for a chair: the first of the first name and of the last. */
export function initials(name: string): string {
  const names = untitled(name).rest.split(' ');
  const first = names[0] ?? '';
  const last = names.length > 1 ? (names.at(-1) ?? '') : '';
  return (letter(first) + letter(last)).toLocaleUpperCase();
}

function letter(word: string): string {
  return [...word][0] ?? '';
}
