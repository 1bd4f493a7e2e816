// Makes src/protocol.ts, or with `opening` src/protocol-opening.ts, with `phases` src/protocol-phases.ts, of the JSON that
// `python -m app.web.schema` prints. Reads stdin, writes stdout.
import { text } from 'node:stream/consumers';
import { compile } from 'json-schema-to-typescript';

const BANNER = '// Generated from app/web/*protocol.py by `make protocol`. Do not edit.';

const { schema, constants, ...parts } = JSON.parse(await text(process.stdin));
const part = process.argv[2];
const named = (constants) =>
  Object.entries(constants)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value, null, 2)} as const;`)
    .join('\n');
if (part) {
  process.stdout.write(`${BANNER}\n\n${named(parts[part])}\n`);
  process.exit();
}
const types = await compile(
  { ...schema, title: 'Wire', type: 'object', additionalProperties: false },
  'Wire',
  {
    additionalProperties: false,
    bannerComment: BANNER,
    unreachableDefinitions: true,
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true, printWidth: 100 },
  },
);
// The library explains every type by the schema it came from; nobody reads that twice.
const tidy = types
  .replace(/\n \*\n \* This interface was referenced by[^\n]*\n \* via the `definition`[^\n]*/g, '')
  .replace(
    /\/\*\*\n \* This interface was referenced by[^\n]*\n \* via the `definition`[^\n]*\n \*\/\n/g,
    '',
  )
  .replace('export interface Wire {}\n', '');
process.stdout.write(`${tidy}\n${named(constants)}\n`);
