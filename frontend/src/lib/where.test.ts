import { expect, test } from 'vitest';
import type { ClockView, View } from '../protocol';
import { circleEn as en } from './circle-words.en';
import { whereWeAre } from './where';

const MINUTE_MS = 60_000;

const view = (clock: Partial<ClockView>, phase: View['phase'] = 'opening'): View =>
  ({
    phase,
    clock: {
      minutes: 10,
      ends_at_ms: 0,
      left_ms: null,
      digits: true,
      bounded: false,
      held: false,
      ...clock,
    },
    you: { number: 1, guidance: 'check_in' },
    seats: [{ number: 1, in_debrief: false }],
  }) as View;

const here = `${en.phase.opening}. ${en.guidance.check_in}`;

test('who sees the minutes is told them', () => {
  expect(whereWeAre(view({}), 4.2 * MINUTE_MS, en)).toBe(`${here} 4 minutes left.`);
  expect(whereWeAre(view({}), 0.2 * MINUTE_MS, en)).toBe(`${here} 1 minute left.`);
});

test('who sees a calm ring is told no more than it shows', () => {
  const calm = view({ digits: false });
  expect(whereWeAre(calm, 8 * MINUTE_MS, en)).toBe(`${here} ${en.time.muchLeft}`);
  expect(whereWeAre(calm, 3 * MINUTE_MS, en)).toBe(`${here} ${en.time.littleLeft}`);
});

test('past its end, and with the clock standing, it says so', () => {
  expect(whereWeAre(view({}), -1, en)).toBe(`${here} ${en.time.up}`);
  expect(whereWeAre(view({ left_ms: MINUTE_MS }), MINUTE_MS, en)).toContain(en.time.paused);
});

test('where time is of no interest, none is told', () => {
  expect(whereWeAre(view({}, 'lingering'), MINUTE_MS, en)).not.toMatch(/minute|time/);
});
