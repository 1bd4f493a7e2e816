// What a language still lacks: files that the others have, what the compiler finds in those that are there, sentences that are
// still another language's, and those that nobody has read back since they were written. With --read, all that stand there now are kept as read back.
// With --blind, the English is left out: whoever reads back must not have seen it.
// node scripts/words.mjs de [--read | --blind]
import { globSync } from 'node:fs';
import ts from 'typescript';
import { copied } from './copied.mjs';
import { keepReadBack, notReadBack } from './read-back.mjs';
import { ROOT as root } from './sentences.mjs';

const language = process.argv[2] ?? '';
if (!/^[a-z]{2,3}(-\w+)*$/i.test(language)) {
  console.error('Say which language, by its tag: make words LANG=de');
  process.exit(2);
}

const filesOf = (tag, pattern = '{*/*.ts,written.ts,not-started.txt}') =>
  new Set(globSync(`${tag}/${pattern}`, { cwd: root }).map((file) => file.replace(/^[^/]+/, '')));

const own = filesOf(language);
/** English is built into the page, and alone has no file that brings its words. */
const asked = new Set([...filesOf('en'), ...filesOf('*', '*/index.ts')]);
const missing = [...asked].filter((file) => !own.has(file)).sort();

function* compiled() {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, '.');
  const files = globSync(`${root}${language}/**/*.ts`);
  const program = ts.createProgram(files, options);
  for (const file of files)
    for (const { messageText, start } of [
      ...program.getSyntacticDiagnostics(program.getSourceFile(file)),
      ...program.getSemanticDiagnostics(program.getSourceFile(file)),
    ]) {
      const { line } = program.getSourceFile(file).getLineAndCharacterOfPosition(start);
      const said = ts.flattenDiagnosticMessageText(messageText, '\n');
      yield `src/words/${file.slice(root.length)}:${line + 1}: ${said}`;
    }
}

const LISTED = 40;
const same = copied(language);
const untranslated = same
  .slice(0, LISTED)
  .map(({ place, as, said }) => `${place} says the same as in ${as}: ${said}`);
if (same.length > 0) untranslated.push(`Not translated yet: ${same.length} sentences.`);

const found = [
  ...missing.map((file) => `${language}${file} is missing.`),
  ...compiled(),
  ...untranslated,
];
console.log(found.join('\n') || `Nothing is missing in ${language}.`);
process.exitCode = found.length > 0 ? 1 : 0;

if (language !== 'en') {
  if (process.argv[3] === '--read') keepReadBack(language);
  const unread = notReadBack(language);
  const blind = process.argv[3] === '--blind';
  for (const { place, meant, said } of unread)
    console.log([place, ...(blind ? [] : [meant]), said].join('\n  '));
  console.log(`Not read back since they were written: ${unread.length} sentences.`);
}
