// What a browser loads of scripts and styles, gzipped, fonts apart; and what comes over the line of it, as the build has
// compressed it. Fails where a first visit has grown over its budget, and where two files wait for each other. With --each
// it says the size in each language.
import { readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const page = new URL('../../app/web/page/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', page)));
const ENTRY = 'index.html';
const VISITS = {
  'the front page': {
    parts: ['src/ui/Front.svelte'],
    words: ['everywhere', 'front'],
    most: 60_000,
  },
  'a lobby': {
    parts: ['src/ui/Visit.svelte'],
    words: ['everywhere'],
    most: 60_000,
  },
  'a lobby and the circle': {
    parts: ['src/ui/Visit.svelte', 'src/ui/circle-part.ts'],
    words: ['everywhere', 'circle'],
    most: 92_400,
    mostAbroad: 102_300,
  },
  'the circle, to a facilitator': {
    parts: ['src/ui/Visit.svelte', 'src/ui/circle-part.ts', 'src/ui/leading/leading-part.ts'],
    words: ['everywhere', 'circle', 'leading'],
    most: 102_800,
    mostAbroad: 115_600,
  },
  'a group': {
    parts: ['src/ui/group/group-part.ts'],
    words: ['everywhere', 'group', 'front'],
    most: 79_600,
    mostAbroad: 95_000,
  },
  'and what lies beside it': {
    parts: [
      'src/ui/Visit.svelte',
      'src/ui/circle-part.ts',
      'src/ui/OutputChoice.svelte',
      'src/ui/CheckLine.svelte',
    ],
    words: ['everywhere', 'circle', 'line', 'output'],
    most: 102_600,
    mostAbroad: 114_600,
  },
};

/** All files that this part brings with it. */
function files(part, found = new Set(), parts = new Set()) {
  if (parts.has(part)) return found;
  parts.add(part);
  const { file, css = [], imports = [] } = manifest[part];
  for (const own of [file, ...css]) found.add(own);
  for (const other of imports) files(other, found, parts);
  return found;
}

/** The files of these parts of the dictionary, in a language beside English. */
const spoken = (language, words) =>
  Object.keys(manifest)
    .filter((key) => words.some((part) => key.startsWith(`src/words/${language}/${part}/`)))
    .flatMap((key) => [...files(key)]);
const LANGUAGES = new Set(
  Object.keys(manifest).flatMap((key) => /^src\/words\/([^/]+)\//.exec(key)?.[1] ?? []),
);

const gzipped = (file) => gzipSync(readFileSync(new URL(file, page)), { level: 9 }).length;
const sent = (file) => statSync(new URL(`${file}.br`, page)).size;

function bytesOf(loaded, size = gzipped) {
  return [...new Set(loaded)].map(size).reduce((sum, size) => sum + size, 0);
}

const inKb = (size) => (size / 1000).toFixed(1);
const tellsEach = process.argv.includes('--each');

for (const [visit, { parts, words, most, mostAbroad = most }] of Object.entries(VISITS)) {
  const loaded = [ENTRY, ...parts].flatMap((part) => [...files(part)]);
  const bytes = bytesOf(loaded);
  const sizes = [...LANGUAGES].map((tag) => [bytesOf([...loaded, ...spoken(tag, words)]), tag]);
  const [abroad, language] = sizes.reduce((most, next) => (next[0] > most[0] ? next : most));
  const [own, other, line] = [bytes, abroad, bytesOf(loaded, sent)].map(inKb);
  console.log(
    `${visit}: ${own} kB of ${most / 1000}, ${line} on the line; ${other} of ${mostAbroad / 1000} in ${language}`,
  );
  if (tellsEach) console.log(sizes.map(([size, tag]) => `${tag} ${inKb(size)}`).join(', '));
  if (bytes > most || abroad > mostAbroad) process.exitCode = 1;
}
if (process.exitCode)
  console.error('A first visit loads more than it may: load later what is not needed at once.');

/** Whether this part imports itself, by way of others: then one of them runs before what it needs. */
function waitsForItself(part, { imports = [] } = manifest[part], seen = new Set()) {
  return imports.some((other) => {
    if (other === part) return true;
    if (seen.has(other)) return false;
    return waitsForItself(part, manifest[other], seen.add(other));
  });
}
const waiting = Object.keys(manifest).filter((part) => waitsForItself(part));
if (waiting.length > 0) {
  console.error(
    `Files that wait for each other: ${waiting.join(', ')}. vite.config.ts parts them.`,
  );
  process.exitCode = 1;
}
