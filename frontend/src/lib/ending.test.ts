import { expect, test } from 'vitest';
import type { ClockView, View } from '../protocol';
import { TEMPLATES } from '../protocol-opening';
import { endsAtMs } from './ending';

const MINUTE_MS = 60_000;
const at = (step: number, clock: Partial<ClockView>): View =>
  ({
    phase: TEMPLATES.one_case_60[step]!.phase,
    step,
    plan: TEMPLATES.one_case_60,
    clock: { ends_at_ms: null, left_ms: null, ...clock },
  }) as unknown as View;
const ofPhase = (phase: string): number =>
  TEMPLATES.one_case_60.findIndex((step) => step.phase === phase);

test('before the meeting has begun it would end a whole meeting from now', () => {
  expect(endsAtMs(at(0, { left_ms: 5 * MINUTE_MS }), 0)).toBe(60 * MINUTE_MS);
});

test('what is left of the running step counts, and every step to come', () => {
  const reflection = at(ofPhase('reflection'), { ends_at_ms: 10 * MINUTE_MS });
  expect(endsAtMs(reflection, 0)).toBe((10 + 7 + 4) * MINUTE_MS);
  expect(endsAtMs(reflection, 3 * MINUTE_MS)).toBe((10 + 7 + 4) * MINUTE_MS);
});

test('over its time, or with the clock paused, a step moves the end with every minute', () => {
  const over = at(ofPhase('closing'), { ends_at_ms: 0 });
  expect(endsAtMs(over, 2 * MINUTE_MS)).toBe(2 * MINUTE_MS);
  const paused = at(ofPhase('closing'), { left_ms: MINUTE_MS });
  expect(endsAtMs(paused, 2 * MINUTE_MS)).toBe(3 * MINUTE_MS);
});

test('a meeting that is over has no end to come', () => {
  expect(endsAtMs(at(ofPhase('lingering'), { left_ms: MINUTE_MS }), 0)).toBeNull();
});
