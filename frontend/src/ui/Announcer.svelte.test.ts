import { render } from '@testing-library/svelte';
import { untrack } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SeatView, View } from '../protocol';
import { announcer, STAYS_MS } from '../lib/announcer.svelte';
import { words } from '../lib/circle-words';
import { told } from '../lib/told';
import { aSeat, aView } from '../lib/testing';
import Announcer from './Announcer.svelte';
import TestingRoom from './TestingRoom.svelte';

let said: string[];

beforeEach(() => {
  said = [];
  vi.spyOn(announcer, 'say').mockImplementation((text, about) =>
    untrack(() => void (text !== '' && announcer.tells(about) && said.push(text))),
  );
});

afterEach(() => vi.restoreAllMocks());

const circle = (phase: View['phase'], ...seats: SeatView[]): View => ({
  ...aView(),
  phase,
  seats: [aSeat(3, { name: 'Piet' }), ...seats],
});
const show = (view: View) => render(TestingRoom, { part: Announcer, view });
const finn = aSeat(2, { name: 'Finn' });
const mia = aSeat(4, { name: 'Mia' });

test('the phase is told when it begins, and only then', async () => {
  const { rerender } = show(circle('opening'));
  await rerender({ view: circle('opening', finn) });
  const { title, guidance } = told(circle('opening'), words);
  expect(said.filter((text) => text === `${title}. ${guidance}`).length).toBe(1);
});

test('the one voice says it once, however often the circle is seen anew', async () => {
  vi.restoreAllMocks();
  vi.useFakeTimers();
  const { rerender } = show(circle('opening', finn));
  const heard = [announcer.polite];
  for (let second = 0; second < 20; second++) {
    await rerender({ view: circle('opening', finn) });
    await vi.advanceTimersByTimeAsync(1000);
    if (announcer.polite !== heard.at(-1)) heard.push(announcer.polite);
  }
  vi.useRealTimers();
  expect(heard.length).toBe(2);
  expect(heard[1]).toBe('');
});

test('a phase that is over before it could be told is not told', async () => {
  const { rerender } = show(circle('closing'));
  said = [];
  vi.mocked(announcer.say).mockImplementation((text, _about, _lang, instead) =>
    untrack(() => void said.push(`${text} instead of ${instead}`)),
  );
  await rerender({ view: { ...circle('lingering'), step: 1 } });
  const [before, now] = (['closing', 'lingering'] as const).map((phase) => {
    const { title, guidance } = told(circle(phase), words);
    return `${title}. ${guidance}`;
  });
  expect(said).toEqual([`${now} instead of ${before}`]);
});

test('who comes and who goes is told', async () => {
  const { rerender } = show(circle('opening', mia));
  await rerender({ view: circle('opening', finn) });
  expect(said.slice(1)).toEqual(['Finn has come in.', 'Mia has left.']);
});

test('of whoever waits at the door facilitators are told there, and not that they have left; the others are told that', async () => {
  const leading = {
    at_door: [{ number: 4, name: 'Mia', knocks: true }],
    weak_lines: [],
  } as unknown as View['leading'];
  for (const [leads, told] of [
    [leading, []],
    [null, ['Mia has left.']],
  ] as const) {
    said = [];
    const { rerender } = show({ ...circle('opening', mia), leading: leads });
    await rerender({ view: { ...circle('opening'), leading: leads } });
    expect(said.slice(1)).toEqual(told);
  }
});

test('while the group works, comings and goings wait; then what has become of them is told', async () => {
  const { rerender } = show(circle('reflection', mia));
  await rerender({ view: circle('reflection', mia, finn) });
  await rerender({ view: circle('reflection', finn) });
  await rerender({ view: circle('reflection', finn, mia) });
  expect(said.length).toBe(1);
  await rerender({ view: circle('presenter_returns', finn, mia) });
  expect(said.slice(1)).toContain('Finn has come in.');
  expect(said.join()).not.toContain('Mia');
});

test('the sentence that a facilitator shows is told', async () => {
  const { rerender } = show(circle('reflection'));
  await rerender({ view: { ...circle('reflection'), card: true } });
  expect(said.at(-1)).toBe(words.everybody.shared);
});

test('who is named before the call for a case is told, and who is named in their place', async () => {
  const named = (seat: SeatView): SeatView => ({ ...seat, role: 'presenter' });
  const { rerender } = show(circle('opening', finn, mia));
  await rerender({ view: circle('opening', finn, named(mia)) });
  await rerender({ view: circle('opening', named(finn), mia) });
  await rerender({ view: circle('follow_up', named(finn), mia) });
  expect(said.slice(1).filter((text) => text.endsWith('brings the case.'))).toEqual([
    'Mia brings the case.',
    'Finn brings the case.',
  ]);
  const you = { ...aView().you, role: 'presenter' } as const;
  await rerender({ view: { ...circle('follow_up', finn, named(mia)), you } });
  expect(said.at(-1)).toBe(words.cases.named);
});

test('that somebody takes their naming back before the call for a case is told once', async () => {
  const named = circle('opening', finn, { ...mia, role: 'presenter' });
  const { rerender } = show(named);
  await rerender({ view: circle('opening', finn, mia) });
  await rerender({ view: circle('follow_up', finn, mia) });
  await rerender({ view: named });
  expect(said.filter((text) => text.startsWith('Mia'))).toEqual([
    'Mia brings the case.',
    'Mia, member',
    'Mia brings the case.',
  ]);
  await rerender({ view: { ...named, phase: 'presentation' } });
  await rerender({ view: circle('follow_up', finn, mia) });
  expect(said.filter((text) => text === 'Mia, member').length).toBe(1);
});

test('whoever takes their own naming back is not told so', async () => {
  const you = { ...aView().you, role: 'presenter' } as const;
  const named = circle('opening', finn);
  const { rerender } = show({ ...named, you, seats: [aSeat(3, { role: 'presenter' }), finn] });
  const before = said.length;
  await rerender({ view: named });
  expect(said.length).toBe(before);
});

describe('the clock', () => {
  const clock = (left_ms: number | null, more: Partial<View> = {}): View => ({
    ...circle('reflection', finn),
    clock: { ...aView().clock, left_ms, ends_at_ms: left_ms === null ? 1 : null },
    ...more,
  });
  const [runs, stands] = [clock(null), clock(60_000)];
  const { you } = aView();
  const resting = { you: { ...you, sits_back: true, held_silent: true } };

  /** What is told of it, from the first of these views to the last. */
  async function toldOf(first: View, ...then: View[]): Promise<string[]> {
    const { rerender } = show(first);
    for (const view of then) await rerender({ view });
    return said.filter((text) => text.startsWith('The clock'));
  }

  test.each<[string, string[], View, ...View[]]>([
    ['paused, once', [words.time.paused], runs, stands, { ...stands, card: true }],
    ['let run on', [words.time.runs], stands, runs, runs],
    ['as somebody finds it', [], stands, stands],
    ['that a new step has let run', [], stands, clock(null, { step: 1 })],
    ['to whoever rests', [], clock(null, resting), clock(1, resting), clock(null, resting)],
    [
      'held without a facilitator, who is told of above, and let run by the first one back',
      [words.time.runs],
      runs,
      clock(1, { unled: true }),
      runs,
    ],
    [
      'of a room that begins to close',
      [],
      clock(0, { phase: 'lingering' }),
      clock(null, { phase: 'lingering', clock: { ...runs.clock, bounded: true } }),
    ],
  ])('%s', async (_, told, first, ...then) => expect(await toldOf(first, ...then)).toEqual(told));

  test('paused, let run on and paused again in a moment: what is heard last is true', async () => {
    vi.restoreAllMocks();
    vi.useFakeTimers();
    const { rerender } = show(runs);
    await vi.advanceTimersByTimeAsync(STAYS_MS);
    for (const view of [stands, runs, stands]) await rerender({ view });
    const heard = [announcer.polite];
    while (announcer.polite) {
      await vi.advanceTimersByTimeAsync(STAYS_MS);
      heard.push(announcer.polite);
    }
    vi.useRealTimers();
    expect(heard).toEqual([words.time.paused, '']);
  });
});
