import { expect, test } from 'vitest';
import { initials } from './names';

test.each([
  ['Frida Lindqvist', 'FL'],
  ['Dr. Annemarie van den Broek-Hoogendijk', 'AB'],
  ['Prof. Dr. Giovanni Battista Ferrari', 'GF'],
  ['Noor', 'N'],
  ['åsa öberg', 'ÅÖ'],
  ['Dr.', 'D'],
  ['𝒳enia 李', '𝒳李'],
  ['', ''],
])('%s sits under %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
