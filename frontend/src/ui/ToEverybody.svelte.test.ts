import { render } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { View } from '../protocol';
import { aView } from '../lib/testing';
import TestingRoom from './TestingRoom.svelte';
import ToEverybody from './ToEverybody.svelte';

const clock = (is: Partial<View['clock']>): Partial<View> => ({
  clock: { ...aView().clock, ...is },
});

test.each<[string, Partial<View>, string]>([
  [
    'a clock that stands for that',
    clock({ held: true }),
    'The clock is paused; the first one back resumes it.',
  ],
  ['a clock that was paused by hand', clock({}), 'The clock is paused, and waits for one of them.'],
  ['a clock that runs on', clock({ ends_at_ms: 1, left_ms: null }), ''],
  ['a room that is left open', { ...clock({}), phase: 'lingering' }, ''],
])('without a facilitator, of %s no more is said than is so', (_, view, more) => {
  const { container } = render(TestingRoom, {
    part: ToEverybody,
    view: { ...aView(), unled: true, ...view },
  });
  const said = container.querySelector('p')!.textContent.trim();
  expect(said).toBe(`No facilitator is connected. ${more}`.trim());
});
