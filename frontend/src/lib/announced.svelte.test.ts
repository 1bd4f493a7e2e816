import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { announced } from './announced';
import { announcer } from './announcer.svelte';

let said: string[];

beforeEach(() => {
  said = [];
  vi.spyOn(announcer, 'say').mockImplementation(
    (text, about, _, instead) => void said.push(`${about}: ${text} (${instead})`),
  );
});

afterEach(() => vi.restoreAllMocks());

const changed = () => new Promise((done) => setTimeout(done));

test('what is seen is told, once and at every change, until it goes away', async () => {
  const text = document.createElement('p');
  text.innerHTML = '<b>You are\n listening.</b> <span>Nobody hears you.</span>';
  const gone = announced()(text);
  text.className = 'other';
  await changed();
  text.textContent = 'The circle hears you.';
  await changed();
  gone();
  text.textContent = 'Nobody is told of this.';
  await changed();
  expect(said).toEqual([
    'mine: You are listening. Nobody hears you. ()',
    'mine: The circle hears you. (You are listening. Nobody hears you.)',
    'mine:  (The circle hears you.)',
  ]);
});

test('it is told in the language of the part of the page that it stands in', () => {
  const part = document.createElement('div');
  part.lang = 'en';
  const text = part.appendChild(document.createElement('p'));
  text.textContent = 'You are listening.';
  announced()(text);
  expect(announcer.say).toHaveBeenCalledWith('You are listening.', 'mine', 'en', '');
});

test('of a matter with buttons, the sentences are told', () => {
  const matter = document.createElement('li');
  matter.innerHTML = '<p>Mia is at the door.</p><button>Let Mia in</button>';
  announced('urgent')(matter);
  expect(said).toEqual(['urgent: Mia is at the door. ()']);
});
