// Puts into index.html what is read where no script has come: in every language, for none is known yet.
import { readdirSync, readFileSync } from 'node:fs';

const WORDS = new URL('../src/words/', import.meta.url);
const PLACE = '<!-- not-started.txt of every language -->';

const read = (path) => readFileSync(new URL(path, WORDS), 'utf8');

/** As the language calls itself: `pt-PT`. */
const tagOf = (folder) => /lang: '([^']+)'/.exec(read(`${folder}/everywhere/language.ts`))[1];

/** English comes first, as whoever knows neither it nor another has to begin somewhere. */
function languages() {
  const entries = readdirSync(WORDS, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return ['en', ...folders.filter((name) => name !== 'en').sort()];
}

const paragraph = (folder) =>
  `<p lang="${tagOf(folder)}">${read(`${folder}/not-started.txt`).trim()}</p>`;

/** A Vite plugin. */
export const notStarted = () => ({
  name: 'not-started',
  transformIndexHtml(html) {
    if (!html.includes(PLACE)) throw new Error(`index.html has no place for ${PLACE}`);
    return html.replace(PLACE, languages().map(paragraph).join('\n        '));
  },
});
