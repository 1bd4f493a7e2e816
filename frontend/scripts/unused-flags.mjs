/**
 * Flags behind which Svelte keeps what a bundler is to leave out where it is not used (its `dom/hydration.js` says so): the
 * taking over of a page that a server has drawn, and three modes. Rolldown does not find out by itself that they never change.
 */
const FLAGS = {
  'internal/client/dom/hydration.js': ['hydrating'],
  'internal/flags/index.js': ['async_mode_flag', 'legacy_mode_flag', 'tracing_mode_flag'],
};

/** Tells the bundler so; a release of Svelte that names them otherwise ends the build. */
export function unusedFlags() {
  return {
    name: 'unused-flags',
    apply: 'build',
    transform(code, id) {
      const [, flags = []] =
        Object.entries(FLAGS).find(([file]) => id.endsWith(`/svelte/src/${file}`)) ?? [];
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
