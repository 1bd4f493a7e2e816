// Writes into the built page what each of its scripts and styles must be (Subresource Integrity), so that whoever has
// the right index.html runs the right page, whichever server or store its files come from.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PRELOADS = 'vite/preload-helper';
/** A style that is loaded later is put into the page by Vite's own code; scripts go by the import map. */
const LATER = 'link.href = dep.href;';
const CHECKED = `${LATER}
  if (isCss) link.integrity = JSON.parse(document.querySelector('script[type=importmap]').text).integrity[dep.pathname];`;
const REFERENCE = /<(?:script|link)\b[^>]* (?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g;

/** The hash of what was written, as browsers take it. */
const digest = (file) =>
  `sha256-${createHash('sha256').update(readFileSync(file)).digest('base64')}`;

/** A Vite plugin. Throws where Vite's own code is no longer as it is taken to be. */
export function integrity() {
  return {
    name: 'integrity',
    apply: 'build',
    enforce: 'post',
    transform(code, id) {
      if (!id.includes(PRELOADS)) return null;
      if (!code.includes(LATER))
        this.error('Vite loads styles in another way: mend integrity.mjs.');
      return { code: code.replace(LATER, CHECKED), map: null };
    },
    writeBundle: {
      sequential: true,
      order: 'post',
      handler({ dir }) {
        const names = readdirSync(join(dir, 'assets')).filter((name) => /\.(js|css)$/.test(name));
        const entries = names
          .sort()
          .map((name) => [`/assets/${name}`, digest(join(dir, 'assets', name))]);
        const hashes = Object.fromEntries(entries);
        const map = `<script type="importmap">${JSON.stringify({ integrity: hashes })}</script>`;
        const index = join(dir, 'index.html');
        const page = readFileSync(index, 'utf8').replace(
          REFERENCE,
          (tag, path) => `${tag} integrity="${hashes[path]}"`,
        );
        writeFileSync(index, page.replace('<script', `${map}\n    <script`));
      },
    },
  };
}
