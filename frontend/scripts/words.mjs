// What a language still lacks: files that English has, and what the compiler finds in those that are there.
// node scripts/words.mjs de
import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';

const language = process.argv[2] ?? '';
if (!/^[a-z]{2,3}(-\w+)*$/i.test(language)) {
  console.error('Say which language, by its tag: make words LANG=de');
  process.exit(2);
}

const root = new URL('../src/words/', import.meta.url).pathname;
const filesOf = (tag) =>
  new Set(globSync(`${tag}/*/*.ts`, { cwd: root }).map((file) => file.slice(tag.length)));
const own = filesOf(language);
const missing = [...filesOf('en')]
  .filter((file) => !own.has(file))
  .map((file) => `${language}${file} is missing.`);

function compiled() {
  try {
    execFileSync('npx', ['tsc', '--noEmit', '--pretty', 'false'], { encoding: 'utf8' });
    return [];
  } catch ({ stdout }) {
    return stdout.split('\n').filter((line) => line.includes(`src/words/${language}/`));
  }
}

const found = [...missing, ...compiled()];
console.log(found.join('\n') || `Nothing is missing in ${language}.`);
process.exitCode = found.length > 0 ? 1 : 0;
