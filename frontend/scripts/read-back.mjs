// Which sentences of a language were read back: put into English again by another pair of eyes than wrote them, and compared.
// `read-back.txt` in its folder has a hash of each, made of both languages: who changes either, in any place, has it read again.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { ROOT, sentencesOf } from './sentences.mjs';

const DIGITS = 6;
const A_LINE = 16;

const hash = (...texts) =>
  createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, DIGITS);

/** Each sentence by its place, with the English one and the hash of both. */
function compared(language) {
  const english = sentencesOf('en');
  return [...sentencesOf(language)].map(([place, said]) => {
    const meant = english.get(place) ?? '';
    return { place, said, meant, hash: hash(language, meant, said) };
  });
}

const file = (language) => `${ROOT}${language}/read-back.txt`;

export function notReadBack(language) {
  const read = existsSync(file(language)) ? readFileSync(file(language), 'utf8').split(/\s+/) : [];
  const known = new Set(read);
  return compared(language).filter((sentence) => !known.has(sentence.hash));
}

/** All that stand there now were read. */
export function keepReadBack(language) {
  const hashes = [...new Set(compared(language).map((sentence) => sentence.hash))].sort();
  const lines = hashes.flatMap((_, at) =>
    at % A_LINE === 0 ? [hashes.slice(at, at + A_LINE).join(' ')] : [],
  );
  writeFileSync(file(language), `${lines.join('\n')}\n`);
}
