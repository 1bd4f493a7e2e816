import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { locales, words } from './eslint.words.js';

const off = (...rules) => Object.fromEntries(rules.map((rule) => [rule, 'off']));
const unsafe = ['argument', 'assignment', 'call', 'member-access', 'return'].map(
  (what) => `@typescript-eslint/no-unsafe-${what}`,
);

/** What the compilers let pass and should not: promises that nobody waits for, and what shuts people out. */
export default ts.config(
  { ignores: ['src/protocol*.ts'] },
  js.configs.recommended,
  {
    files: ['src/**/*.ts', 'src/**/*.svelte'],
    extends: [ts.configs.recommendedTypeChecked],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      ...off('@typescript-eslint/require-await'),
    },
  },
  svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts', '**/*.svelte.test.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      'svelte/valid-compile': 'error', // with it Svelte's own a11y rules
      ...off('svelte/prefer-svelte-reactivity'), // most sets are nobody's state
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.svelte'],
    ignores: ['src/**/*.test.ts', 'src/**/testing.ts', 'src/words/**'],
    rules: { 'no-restricted-syntax': ['error', ...words, ...locales] },
  },
  {
    // The second and the third also read clocks for machines.
    files: ['src/lib/locale.ts', 'src/lib/time.ts', 'src/lib/group/when.ts'],
    rules: { 'no-restricted-syntax': ['error', ...words] },
  },
  // svelte-check knows the types of a template, and tests may be loose with what they make up.
  { files: ['**/*.svelte'], rules: off('prefer-const', ...unsafe) },
  { files: ['**/*.test.ts'], rules: off(...unsafe, '@typescript-eslint/unbound-method') },
  {
    files: ['scripts/*', '*.config.*'],
    languageOptions: { globals: globals.node, parser: ts.parser },
  },
);
