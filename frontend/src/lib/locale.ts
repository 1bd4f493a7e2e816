let language = 'en';

/** From now on all that is no word is written in this language (BCP 47). */
export function writeIn(lang: string): void {
  language = lang;
}

/** The language of the page, as it is written where this person is. */
export function locale(): string {
  const [spoken] = language.split('-');
  return navigator.languages.find((tag) => tag.startsWith(`${spoken}-`)) ?? language;
}

/** Names, or other things, as one text. */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat(locale()).format(names);
}

/** As capitals: Turkish has another one for its i than English has. */
export function capitals(text: string): string {
  return text.toLocaleUpperCase(locale());
}

/** A share of 1, with one figure after the point where that is not nothing. */
export function percent(share: number): string {
  return share.toLocaleString(locale(), { style: 'percent', maximumFractionDigits: 1 });
}

const TIME = { hour: 'numeric', minute: '2-digit' } as const;

/** The first day of a month, where it is counted and Intl writes its figure: 1er mars. */
export const FIRST: Record<string, string> = { fr: '1er' };

/** A time with these parts. */
export function format(parts: Intl.DateTimeFormatOptions, ms: number): string {
  const text = formatter(parts).format(ms);
  return text.replace(/\b1 (?=\S\S)/, `${FIRST[language] ?? 1} `);
}

/**
 * For times with these parts. The hours are counted as this person counts them, whatever the language; who counts to 24
 * reads each with two figures, as the server writes it.
 */
export function formatter(parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const { hourCycle } = new Intl.DateTimeFormat(undefined, TIME).resolvedOptions();
  const hour = parts.hour && hourCycle === 'h23' ? '2-digit' : parts.hour;
  return new Intl.DateTimeFormat(locale(), { ...parts, hour, hourCycle });
}

/** What the people who speak this language call it. */
export function ownName(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language)!;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
