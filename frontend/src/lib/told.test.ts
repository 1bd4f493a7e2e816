import { expect, test } from 'vitest';
import type { Leading, Phase, Role, SeatView, View } from '../protocol';
import { circleEn as en } from './circle-words.en';
import { aSeat, aView } from './testing';
import { allConnected, namesAt, showsTime, told, unheard } from './told';

const seat = (number: number, role: Role, name: string, in_debrief = false): SeatView =>
  ({ number, role, name, in_debrief }) as SeatView;

const view = (phase: Phase, in_debrief = false, bounded = false): View =>
  ({
    phase,
    clock: { bounded },
    you: { number: 1, guidance: 'linger_or_debrief' },
    seats: [
      seat(1, 'facilitator', 'Frida', in_debrief),
      seat(2, 'facilitator', 'Finn'),
      seat(4, 'member', 'Mia'),
    ],
  }) as View;

test('in the middle stands the phase, and for a leader gone apart the leaders’ room', () => {
  expect(told(view('lingering'), en).title).toBe(en.phase.lingering);
  expect(told(view('lingering'), en).guidance).toBe(en.guidance.linger_or_debrief);
  expect(told(view('lingering', true), en).title).toBe(en.debrief.title);
});

test('time is of interest in every phase but an open-ended lingering and the end', () => {
  expect(showsTime(view('reflection'))).toBe(true);
  expect(showsTime(view('lingering'))).toBe(false);
  expect(showsTime(view('lingering', false, true))).toBe(true);
  expect(showsTime(view('ended'))).toBe(false);
});

test('names stand in the order of their numbers given, as the language lists them', () => {
  expect(namesAt(view('opening'), [4, 2])).toBe('Mia and Finn');
  expect(namesAt(view('opening'), [])).toBe('');
});

test.each<[string, boolean, Partial<SeatView>]>([
  ['here with sound', true, { presence: 'here', sound: 'connected' }],
  ['here, and their sound on its way', false, { presence: 'here', sound: 'connecting' }],
  ['here, and their sound has found no way', false, { presence: 'here', sound: 'no_sound' }],
  ['an observer without sound', false, { role: 'observer', presence: 'here', sound: 'no_sound' }],
  [
    'in the other room without sound',
    false,
    { presence: 'here', sound: 'connecting', in_debrief: true },
  ],
  ['coming back', false, { presence: 'coming_back', sound: null }],
  [
    'coming back to the other room',
    false,
    { presence: 'coming_back', sound: null, in_debrief: true },
  ],
  ['gone', true, { presence: 'left', sound: null }],
  ['at the door', true, { presence: 'knocking', sound: null }],
])('where somebody is %s, that all are connected is %o', (_, all, other) => {
  const here = { presence: 'here', sound: 'connected' } as SeatView;
  const seats = [here, here, { ...here, ...other }];
  expect(allConnected({ ...view('lingering'), seats })).toBe(all);
});

test('with a weak line, her own or one that she is told of, all is not said to be well', () => {
  const seats = [aSeat(1), aSeat(3)];
  const well = { ...aView(), seats };
  expect(allConnected(well)).toBe(true);
  expect(allConnected({ ...well, you: { ...well.you, weak_line: 'heard' } })).toBe(false);
  const leading = { weak_lines: [1] } as Leading;
  expect(allConnected({ ...well, leading })).toBe(false);
  expect(allConnected({ ...well, leading: { ...leading, weak_lines: [] } })).toBe(true);
});

test('one person is not said to be all', () => {
  const seats = [aSeat(1), aSeat(2, { presence: 'vacant', sound: null })];
  expect(allConnected({ ...aView(), seats })).toBe(false);
});

test.each<[ReturnType<typeof unheard>, string, SeatView[]]>([
  ['alone', 'nobody else has come', [aSeat(3), aSeat(4, { presence: 'vacant' })]],
  ['alone', 'the other is coming back', [aSeat(3), aSeat(4, { presence: 'coming_back' })]],
  ['alone', 'the others are in the other room', [aSeat(3, { in_debrief: true }), aSeat(4)]],
  ['alone', 'those apart are the others', [aSeat(3), aSeat(1, { in_debrief: true })]],
  ['unheard', 'the only other has no sound', [aSeat(3), aSeat(4, { sound: 'no_sound' })]],
  [
    'unheard',
    'who has sound is in the other room',
    [aSeat(3), aSeat(4, { sound: 'connecting' }), aSeat(1, { in_debrief: true })],
  ],
  [null, 'one of the others has sound', [aSeat(3), aSeat(4, { sound: 'no_sound' }), aSeat(5)]],
  [null, 'somebody listens', [aSeat(3), aSeat(4, { role: 'observer' })]],
  [null, 'both are apart', [aSeat(3, { in_debrief: true }), aSeat(1, { in_debrief: true })]],
])('why nobody hears one is %o where %s', (why, _, seats) => {
  expect(unheard({ ...aView(), seats })).toBe(why);
});

test('whoever listens in the outer circle is told so; an observer is told that they observe', () => {
  const listening = (role: Role): View => ({
    ...aView(),
    phase: 'reflection',
    you: { ...aView().you, role, voice: 'listening', guidance: 'observe' },
  });
  expect(told(listening('member'), en).guidance).toBe('You listen. The inner circle is heard.');
  expect(told(listening('observer'), en).guidance).toBe(en.guidance.observe);
});
