import { expect, test } from 'vitest';
import { dictionaryOf, languagesOf } from './dictionaries';

const file = (area: object) => async () => ({ area });
const areas = {
  '../words/de/circle/door.ts': file({ knock: 'Klopfen' }),
  '../words/de/circle/hearing.ts': file({ hear: 'Hören' }),
  '../words/pl/circle/door.ts': file({ knock: 'Zapukaj' }),
};

test('a language is a folder', () => {
  expect(languagesOf(areas)).toEqual(['de', 'pl']);
});

test('a part of the page has the words of all its files in one language', async () => {
  expect(await dictionaryOf(areas, 'de')).toEqual({ knock: 'Klopfen', hear: 'Hören' });
  expect(await dictionaryOf(areas, 'nl')).toEqual({});
});
