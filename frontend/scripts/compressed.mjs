// Writes each script and style of the built page compressed beside itself (Brotli, RFC 7932), as browsers take them: once,
// as small as can be. A balancer, which compresses at each request, does it worse.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** A Vite plugin. It comes after `integrity`, whose hashes are of what is not compressed. */
export function compressed() {
  return {
    name: 'compressed',
    apply: 'build',
    enforce: 'post',
    writeBundle: {
      sequential: true,
      order: 'post',
      handler({ dir }) {
        const assets = join(dir, 'assets');
        for (const name of readdirSync(assets).filter((name) => /\.(js|css)$/.test(name))) {
          writeFileSync(
            join(assets, `${name}.br`),
            brotliCompressSync(readFileSync(join(assets, name))),
          );
        }
      },
    },
  };
}
