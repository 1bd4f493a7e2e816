const READ_OUT =
  '/^(aria-(description|label|roledescription|placeholder|valuetext)|alt|placeholder|title|label|text|hint|note|word|yes|no)$/';
const WORD = '[value=/\\p{L}/u]';
const IN_MUSTACHE = `:matches(:not(SvelteAttribute, SvelteStyleDirective), SvelteAttribute[key.name=${READ_OUT}]) > SvelteMustacheTag`;
const OF_DICTIONARY = ':has(MemberExpression > Identifier.object[name=/^(words|\\w+Words)$/])';
const CANNOT_BE_SEEN = 'NewExpression[callee.name=/Error$/], CallExpression[callee.name=labelled]';

const outside = 'What the page says stands in src/words.';
const glued =
  'A sentence stands whole in src/words: other languages put its parts together otherwise.';

/** What no part of the page says by itself. Another language is another dictionary, and nothing else. */
export const words = [
  [`:not(SvelteStyleElement, SvelteScriptElement) > SvelteText[value=/[\\p{L}\\p{P}]/u]`, outside],
  [`SvelteAttribute[key.name=${READ_OUT}] > SvelteLiteral${WORD}`, outside],
  [`${IN_MUSTACHE} > Literal${WORD}`, outside],
  [`${IN_MUSTACHE} > ConditionalExpression > Literal${WORD}`, outside],
  [`:not(${CANNOT_BE_SEEN}) > Literal[value=/^\\p{Lu}.*\\p{L} \\p{L}/u]`, outside],
  [`TemplateLiteral${OF_DICTIONARY}`, glued],
  [`BinaryExpression[operator="+"]${OF_DICTIONARY}`, glued],
].map(([selector, message]) => ({ selector, message }));

/** Lists, numbers, times and capitals are written by the locale of `lib/locale.ts`, and by no other. */
export const locales = [
  'NewExpression[callee.object.name="Intl"]',
  'CallExpression[callee.object.name="Intl"]',
  'CallExpression[callee.property.name=/^toLocale/]',
].map((selector) => ({
  selector,
  message: 'By which locale something is written, lib/locale.ts decides.',
}));
