/** How a language is written: words.test.ts reads every sentence of it by this. */
export interface Written {
  /** The marks that it puts around what somebody says, with the space inside them. */
  quotes: [open: string, close: string];
  /** What stands in none of its sentences, by what is wrong with it. */
  wrong: Rules;
}

/** What finds a fault, and sentences that have it. */
export type Rules = Record<string, { finds: RegExp; in: string[] }>;

/** Of no language. */
export const everywhere: Rules = {
  'a straight quotation mark or apostrophe': { finds: /["']/, in: ['"Ada"', "Ada's"] },
  'two spaces': { finds: /[^\S\n]{2}/, in: ['Ada  Bo', 'Ada \u00a0Bo'] },
  'a space before a full stop or comma': { finds: /\s[.,]/, in: ['Ada , Bo', 'Ada\u00a0.'] },
  'three points for one sign': { finds: /\.\.\./, in: ['Ada...'] },
};

/** Of every language but French. */
export const closeSigns: Rules = {
  'a space before ; : ! ?': { finds: /\s[;:!?]/, in: ['Ada ?', 'Ada\u00a0: Bo', 'Ada\u202f!'] },
};

const MARKS = '«»‹›„“”‚‘';

/** What is quoted as this language quotes. */
export const quoted = ({ quotes: [open, close] }: Written, flags = ''): RegExp =>
  new RegExp(`${open}(?!\\s)[^${MARKS}${close}]+(?<!\\s)${close}`, flags);

/** The first quotation mark that is another language's, or is missing its other half. */
export const strayMark = (text: string, written: Written): string | undefined =>
  new RegExp(`[${MARKS}]`).exec(text.replace(quoted(written, 'g'), ''))?.[0];
