import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Announcer, STAYS_MS, type About, type HowMuch } from './announcer.svelte';

let announcer: Announcer;

beforeEach(() => {
  vi.useFakeTimers();
  announcer = new Announcer();
});

afterEach(() => {
  announcer.clear();
  vi.useRealTimers();
});

/** All that is said from now on, in its order. */
function heard(): string[] {
  const told: string[] = [];
  while (announcer.polite) {
    told.push(announcer.polite);
    vi.advanceTimersByTime(STAYS_MS);
  }
  return told;
}

test('one message does not overwrite another', () => {
  announcer.say('Reflection.', 'phase');
  announcer.say('You are listening.', 'mine');
  expect(heard()).toEqual(['Reflection.', 'You are listening.']);
});

test('the same is said once, and again where it happens again', () => {
  for (let time = 0; time < 5; time++) announcer.say('Mia has come.', 'people');
  expect(heard()).toEqual(['Mia has come.']);
  announcer.say('Mia has come.', 'people');
  expect(heard()).toEqual(['Mia has come.']);
});

test('what is not so any more is not told, and what is so now is told last', () => {
  announcer.say('Your microphone is closed.', 'mine');
  announcer.say('Reflection.', 'phase');
  announcer.say('It is starting.', 'mine', 'en', 'Your microphone is closed.');
  announcer.say('The circle hears you.', 'mine', 'en', 'It is starting.');
  announcer.say('Your microphone is closed.', 'mine', 'en', 'The circle hears you.');
  announcer.say('The circle hears you.', 'mine', 'en', 'Your microphone is closed.');
  announcer.say('Mia has come.', 'people');
  expect(heard()).toEqual([
    'Your microphone is closed.',
    'Reflection.',
    'The circle hears you.',
    'Mia has come.',
  ]);
});

test('what is so again before it was told otherwise is not told again', () => {
  announcer.say('The clock is paused.', 'phase');
  announcer.say('The clock is running.', 'phase', 'en', 'The clock is paused.');
  announcer.say('The clock is paused.', 'phase', 'en', 'The clock is running.');
  expect(heard()).toEqual(['The clock is paused.']);
});

test('what happens once more after something else is told last', () => {
  announcer.say('Mia has come.', 'people');
  announcer.say('Mia has left.', 'people');
  announcer.say('Mia has come.', 'people');
  expect(heard()).toEqual(['Mia has come.', 'Mia has left.', 'Mia has come.']);
});

test('what is over before its turn has come is not told', () => {
  announcer.say('Reflection.', 'phase');
  announcer.say('Mia is at the door.', 'mine');
  announcer.say('Max has come.', 'people');
  announcer.say('', 'mine', undefined, 'Mia is at the door.');
  expect(heard()).toEqual(['Reflection.', 'Max has come.']);
});

test('what waits is bounded: the newest stays', () => {
  for (let n = 0; n < 100; n++) announcer.say(`${n}`, 'mine');
  const told = heard();
  expect(told.length).toBeLessThan(12);
  expect(told.at(-1)).toBe('99');
});

test('a message is in the language that whoever says it names, else in that of the page', () => {
  announcer.say('Reflection.', 'phase', 'en');
  announcer.say('Anna ist da.', 'people');
  expect(announcer.politeLang).toBe('en');
  vi.advanceTimersByTime(STAYS_MS);
  expect(announcer.politeLang).toBeUndefined();
});

test('what is urgent waits for nothing', () => {
  announcer.say('Reflection.', 'phase');
  announcer.say('The browser holds the sound back.', 'urgent');
  expect(announcer.assertive).toBe('The browser holds the sound back.');
  vi.advanceTimersByTime(STAYS_MS);
  expect(announcer.assertive).toBe('');
});

test('of what is urgent at once, all is said that is still so', () => {
  announcer.say('The sound is lost.', 'urgent');
  announcer.say('Mia needs a pause.', 'urgent');
  expect(announcer.assertive).toBe('The sound is lost. Mia needs a pause.');
  announcer.say('The sound is coming back.', 'urgent', 'en', 'The sound is lost.');
  expect(announcer.assertive).toBe('Mia needs a pause. The sound is coming back.');
  announcer.say('', 'urgent', undefined, 'Mia needs a pause.');
  announcer.say('The sound is coming back.', 'urgent');
  expect(announcer.assertive).toBe('The sound is coming back.');
  announcer.say('Mia needs a pause.', 'urgent');
  expect(announcer.assertive).toBe('The sound is coming back. Mia needs a pause.');
  for (let n = 0; n < 100; n++) announcer.say(`${n % 50}`, 'urgent');
  expect(announcer.assertive).toBe('42 43 44 45 46 47 48 49');
  vi.advanceTimersByTime(STAYS_MS);
  expect(announcer.assertive).toBe('');
});

const told = (howMuch: HowMuch): About[] => {
  announcer.howMuch = howMuch;
  const all: About[] = ['phase', 'mine', 'people', 'urgent', 'answer'];
  return all.filter((about) => announcer.tells(about));
};

test('each hears as much as they have chosen', () => {
  expect(told('all')).toEqual(['phase', 'mine', 'people', 'urgent', 'answer']);
  expect(told('mine')).toEqual(['phase', 'mine', 'urgent', 'answer']);
  expect(told('nothing')).toEqual(['urgent', 'answer']);
});

test('in a phase of silent work nobody’s coming and going is told', () => {
  announcer.quiet = true;
  announcer.say('Mia has come.', 'people');
  announcer.say('Mia speaks.', 'answer');
  expect(heard()).toEqual(['Mia speaks.']);
});
