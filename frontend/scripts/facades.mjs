// Leaves out the files that only pass on what another one has: each costs a request, and a hash in every visit's index.html.
// Rolldown writes one for each part of the page that shares a file with others, as what is passed on is called by a shorter
// name in the file itself. Whoever loads the part loads the file, and calls it as it is called there.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PASSES_ON = /^export\{([^}]*)\}from"\.\/([^"]+)";\s*$/;
/** Nobody calls by name what is in the words of a language (lib/dictionaries.ts). */
const LANGUAGE = /^[a-z]{2,3}-/;

/** By its name: the file that has what it passes on, and how that is loaded in its place. */
function facadesIn(files) {
  const found = new Map();
  for (const [name, text] of files) {
    const [, passedOn, target] = PASSES_ON.exec(text) ?? [];
    if (!target) continue;
    const load = `import(\`./${target}\`)`;
    const named = passedOn.split(',').map((one) => {
      const [there, here = there] = one.split(' as ');
      return `${here}:e.${there}`;
    });
    found.set(name, {
      target,
      load: LANGUAGE.test(target) ? load : `${load}.then(e=>({${named}}))`,
    });
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
      const known = `(${[...found.keys()].join('|')})`;
      const without = (text) =>
        text
          .replaceAll(
            new RegExp(`import\\(\`\\./${known}\`\\)`, 'g'),
            (_, name) => found.get(name).load,
          )
          .replaceAll(new RegExp(known, 'g'), (name) => found.get(name).target);
      for (const [name, text] of files) {
        if (text.match(`"\\./${known}"`)) this.error(`${name} imports a file that only passes on.`);
        if (found.has(name)) rmSync(join(assets, name));
        else writeFileSync(join(assets, name), without(text));
      }
      const manifest = join(dir, '.vite', 'manifest.json');
      writeFileSync(manifest, without(readFileSync(manifest, 'utf8')));
    },
  };
}
