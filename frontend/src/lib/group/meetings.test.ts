import { expect, test } from 'vitest';
import type { PersonView } from '../../protocol';
import { namesOf } from './meetings';

test('a name written from right to left turns no other one in a list', () => {
  const people = ['מרים', 'Finn', 'נועה (4)'].map((name, at): PersonView => ({
    number: at,
    name,
    role: 'member',
  }));
  expect(namesOf(people, [0, 2])).toBe('\u2068מרים\u2069 and \u2068נועה (4)\u2069');
});
