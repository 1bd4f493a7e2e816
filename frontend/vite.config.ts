import { globSync } from 'node:fs';
import { relative } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { compressed } from './scripts/compressed.mjs';
import { facades } from './scripts/facades.mjs';
import { integrity } from './scripts/integrity.mjs';
import { notStarted } from './scripts/not-started.mjs';
import { unusedFlags } from './scripts/unused-flags.mjs';

const server = 'http://127.0.0.1:8000';
/** What every part stands on, in one file. It needs nothing beside itself, so no two files wait for each other. */
const EVERYWHERE = new RegExp(
  [
    'node_modules/svelte/',
    'preload-helper',
    `src/lib/(${[
      'address|announced|announcer.svelte|api|detail|devices|dictionaries|entries|focus|group/link|handouts|icons|in-time',
      'invitation|isolate|language|locale|may|navigation.svelte|outputs|place|room|storage|strings|time|titled|way',
    ].join('|')})\\.`,
    'src/ui/(Chair|Confirm|Dialog|Emblem|Fold|Icon|LanguageChoice|LiveRegions|Loading|Tick|Unloaded)\\.',
    'src/words/en/(everywhere/|count)',
    'src/protocol\\.',
  ].join('|'),
);
/** What several parts of the page share, and others do without: each in a file of its own. */
const SHARED = {
  everywhere: EVERYWHERE,
  /** What lies folded away in the lobby. */
  folded: /src\/(ui\/OutputChoice|lib\/(test-sound|output-words)|words\/en\/output\/output)\./,
  /** One's own microphone, in a lobby, in a circle and in the check of a line. */
  microphone:
    /src\/(lib\/(microphone(?!\/(mine|sending|signs|speech)\.)|audio-context|loudness|gestures|shown|webrtc)|ui\/(Level|MicrophoneCheck)\.)/,
  /** The check of a line, in a lobby and by itself. */
  check: /src\/(lib\/check\/|ui\/(CheckLine|LineFindings)\.|words\/en\/line\/)/,
  /** The keys of a seal, in a circle and in a group. */
  keys: /src\/lib\/sealed\/(bytes|hkdf|circle-keys|link-key)\./,
  /** A new key, which is made once one is needed. */
  newKey: /src\/lib\/sealed\/new-key\./,
  /** What those share who open something: a circle, or a group. */
  opening:
    /src\/(ui\/(FrameChoices|NumberField|OpeningKeyField|OwnPlan|Radios|TemplateField)|words\/en\/front\/(opening|front|lost-link)|lib\/(front-words|plan|usual-frame)|protocol-opening)\./,
  /** What those share who hand links out. */
  handing: /src\/(ui\/QrCode|words\/en\/front\/links|lib\/(handing-out|links-words))\./,
};
/** Parts that are loaded in this order alone: each comes with all that it needs and no part before it has, also for the next. */
const ONE_AFTER_ANOTHER = {
  Visit: /src\/ui\/Visit\.svelte$/,
  'circle-part': /src\/ui\/circle-part\.ts$/,
};
/** Words of a language that only its readers load: those of a part of the page in one file. */
const OTHER_LANGUAGE = /src\/words\/(?!en\/)([\w-]+)\/(?:(\w+)\/)?/;
/** The file of these, as it is called in the end. It comes alone: there is nothing to be loaded beside it. */
const OF_A_LANGUAGE = /\/[a-z]{2}-[a-z]+-[\w-]{8}\.js$/;
const components = 'src/**/*.svelte.test.ts';
const SOURCES = globSync('src/**/*.svelte', { cwd: import.meta.dirname }).sort();
/** What the styles of a component are marked by: its number. A hash, as Svelte has it, hardly compresses. */
const cssHash = ({ filename }: { filename: string }) =>
  `s${SOURCES.indexOf(relative(import.meta.dirname, filename))
    .toString(36)
    .padStart(2, '0')}`;

export default defineConfig({
  plugins: [
    svelte({ compilerOptions: { cssHash, runes: true, discloseVersion: false } }),
    unusedFlags(),
    notStarted(),
    facades(),
    integrity(),
    compressed(),
  ],
  build: {
    outDir: '../app/web/page',
    emptyOutDir: true,
    manifest: true,
    license: { fileName: 'licences.md' },
    // What the same parts of the page share comes in one file, unless it is small: many small ones are larger, and slower.
    rolldownOptions: {
      output: {
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
        assetFileNames: ({ names: [name] }) =>
          `assets/${name?.split(/~|\.\w+$/)[0]}-[hash][extname]`,
        codeSplitting: {
          groups: [
            {
              name: (id) => {
                const [, language, part = 'everywhere'] = OTHER_LANGUAGE.exec(id)!;
                return `${language}-${part}`;
              },
              test: OTHER_LANGUAGE,
              includeDependenciesRecursively: false,
            },
            ...Object.entries(SHARED).map(([name, test]) => ({
              name,
              test,
              includeDependenciesRecursively: false,
            })),
            ...Object.entries(ONE_AFTER_ANOTHER).map(([name, test]) => ({ name, test })),
            {
              name: 'shared',
              minShareCount: 2,
              entriesAware: true,
              entriesAwareMergeThreshold: 28_000,
            },
          ],
        },
      },
    },
    target: 'es2022',
    assetsInlineLimit: 0,
    // What every part stands on is there before any other is asked for: only the page itself has to name it.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files, { hostType }) => {
        if (hostType === 'html') return files;
        const alone = files.some((file) => OF_A_LANGUAGE.test(file));
        return alone ? [] : files.filter((file) => !file.includes('everywhere'));
      },
    },
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': server, '/ws': { target: server, ws: true } } },
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
  test: {
    css: true, // a test reads the tokens
    testTimeout: 30_000,
    // Each test puts back what it changes: 150 files need no world each of their own.
    isolate: false,
    unstubGlobals: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'lib',
          include: ['src/**/*.test.ts'],
          exclude: [components],
        },
      },
      {
        extends: true,
        plugins: [svelteTesting()],
        test: {
          name: 'components',
          include: [components],
          environment: 'happy-dom',
          setupFiles: 'src/ui/testing.ts',
        },
      },
    ],
  },
});
