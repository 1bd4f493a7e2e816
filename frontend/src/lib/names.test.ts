import { expect, test } from 'vitest';
import { calledAmong, firstName, initials, untitled } from './names';

test.each([
  ['Frida Lindqvist', 'FL'],
  ['Dr. Annemarie van den Broek-Hoogendijk', 'AB'],
  ['Prof. Dr. Giovanni Battista Ferrari', 'GF'],
  ['Noor', 'N'],
  ['Ada (synthetic)', 'A'],
  ['Max Hollenberg (he/him)', 'MH'],
  ['Max (from the ward) Hollenberg', 'MH'],
  ['(Max)', '('],
  ['åsa öberg', 'ÅÖ'],
  ['Dr.', 'D'],
  ['𝒳enia 李', '𝒳李'],
  ['', ''],
  ['👩🏽‍⚕️', '👩🏽‍⚕️'],
  ['🇳🇱 Noor', '🇳🇱N'],
  ['x̌enia 1️⃣', 'X̌1️⃣'],
  ['किरण', 'कि'],
])('%s sits under %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});

test('who looks like another is told apart by the seat, at the chair and when called', () => {
  expect(initials('Max Hollenberg (4)')).toBe('M4');
  expect(firstName('Dr. Max Hollenberg (12)')).toBe('Max (12)');
  expect(firstName('Max (4)')).toBe('Max (4)');
});

test('titles are told apart from the name, and a name of nothing else is left whole', () => {
  expect(untitled('Prof. Dr. Giovanni Ferrari')).toEqual({
    titles: 'Prof. Dr.',
    rest: 'Giovanni Ferrari',
  });
  expect(untitled('Noor')).toEqual({ titles: '', rest: 'Noor' });
  expect(untitled('Dr.')).toEqual({ titles: '', rest: 'Dr.' });
});

test('people are called by their first name, without titles', () => {
  expect(firstName('Dr. Max Hollenberg')).toBe('Max');
  expect(firstName('Mia')).toBe('Mia');
});

test.each([
  ['Dra. Ana López', 'Ana'],
  ['Profa. Dra. Inês Costa', 'Inês'],
  ['Dott.ssa Maria Rossi', 'Maria'],
  ['Dott. Luca Conti', 'Luca'],
  ['Mme Claire Petit', 'Claire'],
  ['dr hab. Jan Kot', 'Jan'],
  ['lek. Anna Nowak', 'Anna'],
  ['Dora Ek', 'Dora'],
])('%s is called %s, whatever the language of the title', (name, called) => {
  expect(firstName(name)).toBe(called);
});

test('of two with one first name each is called by all of the name', () => {
  const people = ['Anna Meier', 'Dr. Anna Schmidt', 'Max'].map((name) => ({ name }));
  const called = people.map(({ name }) => calledAmong(people, name));
  expect(called).toEqual(['Anna Meier', 'Dr. Anna Schmidt', 'Max']);
  expect(calledAmong([people[0]!], 'Anna Meier')).toBe('Anna');
});
