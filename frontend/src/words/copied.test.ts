import { expect, test } from 'vitest';
import { copied } from '../../scripts/copied.mjs';

const languages = Object.keys(import.meta.glob('./*/written.ts')).map(
  (path) => path.split('/')[1]!,
);

test.each(languages)('%s says nothing word for word as another language does', (language) =>
  expect(copied(language)).toEqual([]),
);
