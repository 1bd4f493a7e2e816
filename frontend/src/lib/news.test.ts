import { expect, test } from 'vitest';
import type { Presence, SeatView, View } from '../protocol';
import { comingsAndGoings, isQuiet, rosterOf, whoSpeaks } from './news';
import { circleEn as en } from './circle-words.en';

const NAMES = ['Frida', 'Finn', 'Mia', 'Max'];

/** The circle with these presences, as Frida sees it. */
const view = (...presences: Presence[]): View =>
  ({
    you: { number: 1 },
    seats: presences.map(
      (presence, index) =>
        ({ number: index + 1, name: NAMES[index], presence, voice: 'heard' }) as SeatView,
    ),
  }) as View;

const roster = rosterOf;

test('who came and who went is told by name, together', () => {
  const before = roster(view('here', 'here', 'vacant', 'knocking'));
  expect(comingsAndGoings(before, view('here', 'left', 'here', 'here'), en)).toEqual([
    'Mia and Max have come in.',
    'Finn has left.',
  ]);
});

test('a line that is lost for a moment is no parting, and nobody is told of themselves', () => {
  const before = roster(view('here', 'here'));
  expect(comingsAndGoings(before, view('coming_back', 'coming_back'), en)).toEqual([]);
  expect(comingsAndGoings(new Map(), view('here', 'vacant'), en)).toEqual([]);
});

test('the phases of silent work are quiet', () => {
  expect(isQuiet('reflection')).toBe(true);
  expect(isQuiet('opening')).toBe(false);
});

test('who asks who speaks is told by name', () => {
  const here = view('here', 'here', 'here');
  expect(whoSpeaks(here, new Set([3]), en)).toBe('Mia is speaking.');
  expect(whoSpeaks(here, new Set([1, 2, 3]), en)).toBe('Finn and Mia are speaking.');
  expect(whoSpeaks(here, new Set([1]), en)).toBe('You are speaking.');
  expect(whoSpeaks(here, new Set(), en)).toBe('Nobody is speaking.');
});

test('a sound from a seat that is not heard is nobody’s speech', () => {
  const here = view('here', 'here');
  here.seats[1]!.voice = 'closed_by_person';
  expect(whoSpeaks(here, new Set([2]), en)).toBe('Nobody is speaking.');
});
