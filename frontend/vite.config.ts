import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { integrity } from './scripts/integrity.mjs';

const server = 'http://127.0.0.1:8000';
/** What several parts of the page share, and a first visit does without. */
const MICROPHONE = /src\/lib\/(microphone|audio-context\.)/;
const CHECK = /src\/(lib\/(check\/|en\/line\.)|ui\/(CheckLine|LineFindings)\.)/;
const isLater = (id: string): boolean => MICROPHONE.test(id) || CHECK.test(id);
const components = 'src/**/*.svelte.test.ts';

export default defineConfig({
  plugins: [svelte(), integrity()],
  build: {
    outDir: '../app/web/page',
    emptyOutDir: true,
    manifest: true,
    // What two parts of the page share comes in one file: many small ones are larger, and slower.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'shared', minShareCount: 2, test: (id) => !isLater(id), priority: 1 },
            { name: 'microphone', test: MICROPHONE },
            { name: 'check', test: CHECK },
          ],
        },
      },
    },
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': server, '/ws': { target: server, ws: true } } },
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
  test: {
    css: true, // a test reads the tokens
    projects: [
      {
        extends: true,
        test: { name: 'lib', include: ['src/**/*.test.ts'], exclude: [components] },
      },
      {
        extends: true,
        plugins: [svelteTesting()],
        test: { name: 'components', include: [components], environment: 'happy-dom' },
      },
    ],
  },
});
