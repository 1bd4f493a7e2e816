/** How a language is written: words.test.ts reads every sentence of it by this. */
export interface Written {
  /** The marks that it puts around what somebody says. */
  quotes: RegExp;
  /** What stands in none of its sentences, by what is wrong with it. */
  wrong: Record<string, RegExp>;
}
