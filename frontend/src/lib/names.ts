const TITLES = /^(dr|prof|mr|mrs|ms|drs|ir|mag|dipl|med|phd|md)\.?$/i;

/** One or two letters for a chair: the first of the first name and of the last, titles left out. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const names = words.filter((word) => !TITLES.test(word));
  const used = names.length ? names : words;
  const first = used[0] ?? '';
  const last = used.length > 1 ? (used.at(-1) ?? '') : '';
  return (letter(first) + letter(last)).toLocaleUpperCase();
}

function letter(word: string): string {
  return [...word][0] ?? '';
}
