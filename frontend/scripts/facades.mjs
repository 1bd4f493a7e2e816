// Leaves out the files that only pass on what another one has: each costs a request, and a hash in every visit's index.html.
// Rolldown writes one for the words of each part of the page in each language, since what they are called is shortened in the
// file itself. Nobody calls them by name (lib/dictionaries.ts).
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PASSES_ON = /^export\{[^}]*\}from"\.\/([^"]+)";\s*$/;
const LANGUAGE = /^[a-z]{2,3}-/;

/** By its name: the file that has all that it passes on, and beside it at most how the language counts. */
function facadesIn(files) {
  const found = new Map();
  for (const [name, text] of files) {
    const [, target] = PASSES_ON.exec(text) ?? [];
    if (target && LANGUAGE.test(target)) found.set(name, target);
  }
  return found;
}

/** A Vite plugin, before the one that says what each file must be. */
export function facades() {
  return {
    name: 'facades',
    apply: 'build',
    enforce: 'post',
    writeBundle({ dir }) {
      const assets = join(dir, 'assets');
      const names = readdirSync(assets).filter((name) => name.endsWith('.js'));
      const files = new Map(names.map((name) => [name, readFileSync(join(assets, name), 'utf8')]));
      const found = facadesIn(files);
      if (found.size === 0) this.error('Rolldown writes no file that passes on: leave this out.');
      const known = new RegExp([...found.keys()].join('|'), 'g');
      const write = (path, text) =>
        writeFileSync(
          path,
          text.replace(known, (name) => found.get(name)),
        );
      for (const [name, text] of files) {
        if (found.has(name)) rmSync(join(assets, name));
        else if (text.match(known)) write(join(assets, name), text);
      }
      const manifest = join(dir, '.vite', 'manifest.json');
      write(manifest, readFileSync(manifest, 'utf8'));
    },
  };
}
