/**
 * Flags behind which Svelte keeps what a bundler is to leave out where it is not used (its `dom/hydration.js` says so): the
 * taking over of a page that a server has drawn, and three modes. Rolldown does not find out by itself that they never change,
 * nor what never changes while they do not.
 */
const TAKING_OVER = 'internal/client/dom/hydration.js';
const FLAGS = {
  [TAKING_OVER]: ['hydrating'],
  'internal/flags/index.js': ['async_mode_flag', 'legacy_mode_flag', 'tracing_mode_flag'],
  'internal/client/reactivity/batch.js': ['batch_values'],
};
/** What is so without these modes, by how Svelte asks for it; and by what it says itself, in which of its files. */
const FOLLOWS = [
  {
    asks: /(?<!function )\bis_runes\(\)/g,
    is: 'true',
    in: 'internal/client/context.js',
    says: 'export function is_runes() {\n\treturn !legacy_mode_flag ||',
  },
  {
    asks: /(?<!function )\bshould_defer_append\(\)/g,
    is: 'false',
    in: 'internal/client/dom/operations.js',
    says: 'export function should_defer_append() {\n\tif (!async_mode_flag) return false;',
  },
  {
    asks: /\b(?:this|batch|current_batch\??)\.is_fork\b(?! =)/g,
    is: 'false',
    in: 'internal/client/reactivity/batch.js',
    says: "if (!async_mode_flag) {\n\t\te.experimental_async_required('fork');",
  },
  {
    asks: /\bthis\.#is_deferred\(\)/g,
    is: 'false',
    in: 'internal/client/reactivity/batch.js',
    says: 'for (const effect of this.#blocking_pending.keys()) {',
  },
  {
    asks: /\basync\.length === 0 && pending\.length === 0/g,
    is: 'true',
    in: 'internal/client/reactivity/async.js',
    says: 'export function flatten(blockers, sync, async, fn) {',
  },
];
/** What does nothing without that flag, so that no component has to call it: `$` is what a compiled one calls Svelte. */
const DO_NOTHING = [
  'export function reset(node) {\n\tif (!hydrating) return;',
  'export function next(count = 1) {\n\tif (hydrating) {',
];
const CALLS = /^\t*\$\.(?:reset|next)\(.*\);\n/gm;
/** What only a component in the legacy mode asks for. */
const SLOTS = /,\n\t*\$\$slots: \{.*\}/g;

/** Tells the bundler so; a release of Svelte that has them otherwise ends the build. */
export function unusedFlags() {
  return {
    name: 'unused-flags',
    apply: 'build',
    transform(code, id) {
      if (id.endsWith('.svelte')) return code.replaceAll(CALLS, '').replaceAll(SLOTS, '');
      const [, file] = /\/svelte\/src\/(.*)/.exec(id) ?? [];
      if (!file) return null;
      if (file === TAKING_OVER && !DO_NOTHING.every((start) => code.includes(start)))
        this.error('What Svelte does to take a page over is not what it was.');
      for (const flag of FLAGS[file] ?? []) {
        const declared = new RegExp(`export let ${flag} = (false|null);`);
        if (!declared.test(code)) this.error(`Svelte has no ${flag} any more.`);
        code = code
          .replace(declared, `export const ${flag} = $1;`)
          .replaceAll(new RegExp(`^\\t+${flag} = .*;$`, 'gm'), '');
      }
      for (const { asks, is, ...known } of FOLLOWS) {
        if (file === known.in && !code.includes(known.says))
          this.error(`Svelte says ${asks} in another way.`);
        code = code.replaceAll(asks, is);
      }
      return code;
    },
  };
}
