/**
 * Flags behind which Svelte keeps what a bundler is to leave out where it is not used (its `dom/hydration.js` says so): the
 * taking over of a page that a server has drawn, and three modes. Rolldown does not find out by itself that they never change.
 */
const TAKING_OVER = 'internal/client/dom/hydration.js';
const FLAGS = {
  [TAKING_OVER]: ['hydrating'],
  'internal/flags/index.js': ['async_mode_flag', 'legacy_mode_flag', 'tracing_mode_flag'],
};
/** What does nothing without that flag, so that no component has to call it: `$` is what a compiled one calls Svelte. */
const DO_NOTHING = [
  'export function reset(node) {\n\tif (!hydrating) return;',
  'export function next(count = 1) {\n\tif (hydrating) {',
];
const CALLS = /^\t*\$\.(?:reset|next)\(.*\);\n/gm;

/** Tells the bundler so; a release of Svelte that has them otherwise ends the build. */
export function unusedFlags() {
  return {
    name: 'unused-flags',
    apply: 'build',
    transform(code, id) {
      if (id.endsWith('.svelte')) return code.replaceAll(CALLS, '');
      const [, flags = []] =
        Object.entries(FLAGS).find(([file]) => id.endsWith(`/svelte/src/${file}`)) ?? [];
      if (id.endsWith(TAKING_OVER) && !DO_NOTHING.every((start) => code.includes(start)))
        this.error('What Svelte does to take a page over is not what it was.');
      for (const flag of flags) {
        const declared = `export let ${flag} = false;`;
        if (!code.includes(declared)) this.error(`Svelte has no ${flag} any more.`);
        code = code
          .replace(declared, `export const ${flag} = false;`)
          .replaceAll(new RegExp(`^\\t${flag} = \\w+;$`, 'gm'), '');
      }
      return code;
    },
  };
}
