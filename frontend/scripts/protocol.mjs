// Makes src/protocol.ts of the JSON that `python -m app.web.schema` prints. Reads stdin, writes stdout.
import { text } from 'node:stream/consumers';
import { compile } from 'json-schema-to-typescript';

const { schema, constants } = JSON.parse(await text(process.stdin));
const types = await compile(
  { ...schema, title: 'Wire', type: 'object', additionalProperties: false },
  'Wire',
  {
    additionalProperties: false,
    bannerComment: '// Generated from app/web/*protocol.py by `make protocol`. Do not edit.',
    unreachableDefinitions: true,
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true, printWidth: 100 },
  },
);
const named = Object.entries(constants)
  .map(([name, value]) => `export const ${name} = ${JSON.stringify(value, null, 2)} as const;`)
  .join('\n');
// The library explains every type by the schema it came from; nobody reads that twice.
const tidy = types
  .replace(/\n \*\n \* This interface was referenced by[^\n]*\n \* via the `definition`[^\n]*/g, '')
  .replace(
    /\/\*\*\n \* This interface was referenced by[^\n]*\n \* via the `definition`[^\n]*\n \*\/\n/g,
    '',
  )
  .replace('export interface Wire {}\n', '');
process.stdout.write(`${tidy}\n${named}\n`);
