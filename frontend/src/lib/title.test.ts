import { expect, test } from 'vitest';
import type { Leading, SeatView, View, Waiting } from '../protocol';
import { circleEn as en } from './circle-words.en';
import { titleOf } from './title';

const view = (knocking: number | null): View =>
  ({
    title: 'Tuesday group',
    phase: 'reflection',
    you: { number: 1, guidance: 'imagine' },
    seats: [{ number: 1, in_debrief: false } as SeatView],
    leading:
      knocking === null
        ? null
        : ({
            at_door: [
              { knocks: false },
              ...Array.from({ length: knocking }, () => ({ knocks: true })),
            ],
          } as Leading),
  }) as View;
const waiting = { title: 'Tuesday group' } as Waiting;

test.each([
  [{ view: view(null), waiting: null, letIn: false }, 'Reflection · Tuesday group'],
  [{ view: view(0), waiting: null, letIn: false }, 'Reflection · Tuesday group'],
  [{ view: view(1), waiting: null, letIn: false }, '1 at the door · Reflection · Tuesday group'],
  [{ view: view(2), waiting: null, letIn: false }, '2 at the door · Reflection · Tuesday group'],
  [{ view: null, waiting, letIn: false }, 'You are at the door · Tuesday group'],
  [
    { view: view(null), waiting: null, letIn: true },
    'You may come in · Reflection · Tuesday group',
  ],
  [{ view: null, waiting: null, letIn: false }, 'Finding your seat · The Balint circle'],
])('the title says what somebody needs who looks elsewhere: %#', (whereabouts, title) => {
  expect(titleOf(whereabouts, en)).toBe(title);
});
