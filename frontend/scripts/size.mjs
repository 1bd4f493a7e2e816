// What a browser loads of scripts and styles, gzipped, fonts apart. Fails where a first visit has grown over its budget.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const page = new URL('../../app/web/page/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', page)));
const ENTRY = 'index.html';
const VISITS = {
  'the front page': { parts: ['src/ui/Front.svelte'], most: 60_000 },
  'a lobby': { parts: ['src/ui/Visit.svelte'], most: 60_000 },
  'a lobby and the circle': {
    parts: ['src/ui/Visit.svelte', 'src/ui/circle-part.ts'],
    most: 101_000,
  },
  'a group': { parts: ['src/ui/group/group-part.ts'], most: 90_000 },
  'and what lies beside it': {
    parts: [
      'src/ui/Visit.svelte',
      'src/ui/circle-part.ts',
      'src/ui/OutputChoice.svelte',
      'src/ui/CheckLine.svelte',
    ],
    most: 110_000,
  },
};

/** All files that this part brings with it. */
function files(part, found = new Set()) {
  const { file, css = [], imports = [] } = manifest[part];
  if (found.has(file)) return found;
  for (const own of [file, ...css]) found.add(own);
  for (const other of imports) files(other, found);
  return found;
}

const gzipped = (file) => gzipSync(readFileSync(new URL(file, page)), { level: 9 }).length;

for (const [visit, { parts, most }] of Object.entries(VISITS)) {
  const loaded = new Set([ENTRY, ...parts].flatMap((part) => [...files(part)]));
  const bytes = [...loaded].map(gzipped).reduce((sum, size) => sum + size, 0);
  console.log(`${visit}: ${(bytes / 1000).toFixed(1)} kB of ${most / 1000}`);
  if (bytes > most) process.exitCode = 1;
}
if (process.exitCode)
  console.error('A first visit loads more than it may: load later what is not needed at once.');
