import { expect, test } from 'vitest';
import { fileName } from './saved';

test.each([
  ['Tuesday group 2027-01-12', 'Tuesday-group-2027-01-12.pdf'],
  ['Łódź / "środa"', 'Łódź-środa.pdf'],
  ['हिन्दी समूह', 'हिन्दी-समूह.pdf'],
  ['กลุ่มวันอังคาร', 'กลุ่มวันอังคาร.pdf'],
  ['../..', 'group.pdf'],
])('a file is called what it is of, in any script: %s', (name, called) => {
  expect(fileName(name, 'pdf')).toBe(called);
});
