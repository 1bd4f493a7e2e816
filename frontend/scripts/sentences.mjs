// Each sentence of a language as it stands in its dictionary, by its place: `circle/door.ts.waiting.title`.
import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

export const ROOT = new URL('../src/words/', import.meta.url).pathname;

/** Without the way in which its lines are broken. */
const plain = (text) => text.replace(/\s+/g, ' ');

export function sentencesOf(language, root = ROOT) {
  const said = new Map();
  for (const file of globSync(`${language}/{*/*.ts,not-started.txt}`, { cwd: root }).sort()) {
    const place = file.slice(language.length + 1);
    const text = readFileSync(root + file, 'utf8');
    if (place.endsWith('.txt')) said.set(place, plain(text));
    else collect(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), place, said);
  }
  return said;
}

function collect(node, place, said) {
  ts.forEachChild(node, (part) => {
    if (!ts.isPropertyAssignment(part)) return collect(part, place, said);
    const here = `${place}.${part.name.text}`;
    let { initializer: word } = part;
    while (ts.isSatisfiesExpression(word) || ts.isAsExpression(word)) word = word.expression;
    if (ts.isObjectLiteralExpression(word)) collect(word, here, said);
    else said.set(here, plain(word.getText()));
  });
}
