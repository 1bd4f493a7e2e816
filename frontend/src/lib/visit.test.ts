import { expect, test } from 'vitest';
import { CLOSE, type View, type Waiting } from '../protocol';
import {
  after,
  type Happening,
  isCalm,
  JOINING,
  type LineSign,
  lineSign,
  soundStands,
  viewIn,
  type Visit,
  waitingIn,
} from './visit';

const view = { type: 'view', you: { sound: 'connected' } } as View;
const waiting = { type: 'waiting', title: 'Tuesday' } as Waiting;

const offered: Happening = { type: 'offered' };
const waits: Happening = { type: 'waiting', waiting };
const viewed: Happening = { type: 'viewed', view };
const stands: Happening = { type: 'sound_is', sound: 'stands' };
const soundLost: Happening = { type: 'sound_lost', tries: 0 };
const impossible: Happening = { type: 'sound_is', sound: 'impossible' };
const thirdTryFailed: Happening = { type: 'sound_lost', tries: 3 };
const lost: Happening = { type: 'line_lost', code: 1006 };
const moved: Happening = { type: 'line_lost', code: CLOSE.MOVED };
const calmOver: Happening = { type: 'calm_over' };
const closed: Happening = { type: 'closed', code: CLOSE.ENDED };

const at = (...happened: Happening[]): Visit => happened.reduce(after, JOINING as Visit);

test.each<[string, Happening[], Visit['at'], LineSign]>([
  ['nothing yet', [], 'joining', 'joining'],
  ['an offer', [offered], 'joining', 'joining'],
  ['a view, before the sound', [offered, viewed], 'seated', 'joining'],
  ['a view and the sound', [offered, viewed, stands], 'seated', 'connected'],
  ['the sound and a view', [offered, stands, viewed], 'seated', 'connected'],
  ['a word of the door', [waits], 'door', 'joining'],
  ['being let in', [waits, offered, viewed, stands], 'seated', 'connected'],
  ['being let in, and sent out before a view', [waits, offered, waits], 'door', 'joining'],
  ['being sent to the door', [viewed, stands, waits], 'door', 'joining'],
  ['a server that was never reached', [lost], 'away', 'back'],
  ['a lost line while the sound stands', [viewed, stands, lost], 'away', 'connected'],
  ['the same, for longer', [viewed, stands, lost, calmOver], 'away', 'reconnecting'],
  ['the same, tried in vain', [viewed, stands, lost, calmOver, lost], 'away', 'reconnecting'],
  ['the same, and lost sound', [viewed, stands, lost, calmOver, soundLost], 'away', 'back'],
  ['lost sound, then a lost line', [viewed, stands, soundLost, lost], 'away', 'back'],
  [
    'coming back to standing sound',
    [viewed, stands, lost, calmOver, viewed],
    'seated',
    'connected',
  ],
  ['a third try of the sound in vain', [viewed, thirdTryFailed], 'seated', 'blocked'],
  ['the same, and sound after all', [viewed, thirdTryFailed, stands], 'seated', 'connected'],
  ['the same, and a lost line', [viewed, thirdTryFailed, lost], 'away', 'back'],
  ['a browser that can have no sound', [viewed, impossible], 'seated', 'impossible'],
  ['the same, and a lost line', [viewed, impossible, lost], 'away', 'back'],
  ['the same, and a move', [viewed, impossible, moved, viewed], 'seated', 'impossible'],
  ['a move', [viewed, stands, moved], 'away', 'connected'],
  ['a move that lasts', [viewed, stands, moved, calmOver], 'away', 'moving'],
  [
    'a move of which only the sound lasts',
    [viewed, stands, moved, calmOver, viewed],
    'seated',
    'moving',
  ],
  ['a move that is over', [viewed, stands, moved, viewed, stands], 'seated', 'connected'],
  ['a move that ends in a loss', [viewed, stands, moved, lost, calmOver], 'away', 'back'],
  ['a loss at the door', [waits, lost], 'away', 'back'],
  ['a move at the door', [waits, moved], 'away', 'connected'],
  ['a move at the door that lasts', [waits, moved, calmOver], 'away', 'moving'],
  ['the end', [viewed, stands, closed], 'closed', 'joining'],
  ['the end, and whatever comes after it', [closed, viewed, stands, lost], 'closed', 'joining'],
])('after %s', (_, happened, place, sign) => {
  const visit = at(...happened);
  expect([visit.at, lineSign(visit)]).toEqual([place, sign]);
});

test('while the line is away the circle stays drawn, and the door only for a moment of a move', () => {
  expect(viewIn(at(viewed, lost))).toBe(view);
  expect(waitingIn(at(waits, lost))).toBe(null);
  expect(waitingIn(at(waits, moved))).toBe(waiting);
  expect(waitingIn(at(waits, moved, calmOver))).toBe(null);
  expect(waitingIn(at(waits, moved, offered))).toBe(null);
});

test('at the door there is neither view nor sound, and at the end nothing', () => {
  for (const visit of [at(viewed, stands, waits), at(viewed, stands, closed)]) {
    expect(viewIn(visit)).toBe(null);
    expect(soundStands(visit)).toBe(false);
  }
});

test.each([
  ['of a meeting that had begun', { ...view, leading: { begun: true } } as View, true],
  ['of one that had not', { ...view, leading: { begun: false } } as View, false],
  ['of somebody who did not facilitate', view, false],
])('the end %s is that', (_, view, led) => {
  expect(at({ type: 'viewed', view }, lost, closed)).toEqual({
    at: 'closed',
    code: CLOSE.ENDED,
    led,
  });
});

test('nothing is kept calm that did not stand, and calm ends with the sound', () => {
  expect(isCalm(at(viewed, lost))).toBe(false);
  expect(isCalm(at(waits, lost))).toBe(false);
  expect(isCalm(at(viewed, stands, moved, viewed))).toBe(true);
  expect(isCalm(at(viewed, stands, moved, viewed, stands))).toBe(false);
  expect(isCalm(at(viewed, stands, lost, viewed))).toBe(false);
});

test.each<[View['you']['sound'], string, Happening[], LineSign]>([
  ['connecting', 'has not stood yet', [], 'joining'],
  ['no_sound', 'has not stood yet', [], 'blocked'],
  ['connecting', 'stands', [stands], 'joining'],
  ['no_sound', 'stands, as after a sleep', [stands], 'joining'],
  ['no_sound', 'is lost', [stands, soundLost], 'blocked'],
])('sound that is %s to the server, and here %s, is shown so', (sound, _, here, sign) => {
  const silent = { ...view, you: { ...view.you, sound } } as View;
  expect(lineSign(at(...here, { type: 'viewed', view: silent }))).toBe(sign);
});
