import { expect, test } from 'vitest';
import { digits, digitsChangeInMs, fraction, leftMs, ServerClock } from './clock';

test('the quickest ping tells the offset, whatever the slower ones say', () => {
  const clock = new ServerClock();
  clock.learn(1000, 1900, 51_800);
  clock.learn(2000, 2010, 52_005);
  clock.learn(3000, 3400, 53_399);
  expect(clock.at(5000)).toBe(55_000);
});

test('the quickest round trip is known until there is doubt', () => {
  const clock = new ServerClock();
  expect(clock.roundTripMs).toBe(Infinity);
  clock.learn(1000, 1900, 51_800);
  clock.learn(2000, 2010, 52_005);
  expect(clock.roundTripMs).toBe(10);
  clock.doubt(2020);
  expect(clock.roundTripMs).toBe(Infinity);
});

test('a ping is forgotten after twenty further ones', () => {
  const clock = new ServerClock();
  clock.learn(0, 2, 1001);
  for (let i = 1; i <= 20; i++) clock.learn(i * 10, i * 10 + 8, i * 10 + 2004);
  expect(clock.at(0)).toBe(2000);
});

test('after a lost line only the newest ping is believed, until there are newer ones', () => {
  const clock = new ServerClock();
  clock.learn(0, 2, 1001);
  clock.learn(10, 20, 2015);
  expect(clock.at(0)).toBe(1000);
  clock.doubt(20);
  expect(clock.at(0)).toBe(2000);
  clock.learn(30, 90, 5060);
  expect(clock.at(0)).toBe(5000);
});

test('an answer to a question of before the doubt tells nothing, however quick it looks', () => {
  const clock = new ServerClock();
  clock.learn(0, 10, 1005);
  clock.doubt(20);
  clock.learn(15, 21, 1018);
  expect(clock.at(0)).toBe(1000);
  clock.learn(21, 61, 601_041);
  expect(clock.at(0)).toBe(601_000);
});

test('a running clock counts on past zero, a paused one stands still', () => {
  const member = { digits: false, bounded: false, held: false };
  const running = { minutes: 7, ends_at_ms: 10_000, left_ms: null, ...member };
  expect(leftMs(running, 4000)).toBe(6000);
  expect(leftMs(running, 14_000)).toBe(-4000);
  expect(leftMs({ minutes: 7, ends_at_ms: null, left_ms: -250, ...member }, 99_999)).toBe(-250);
});

test.each([
  [420_000, '7:00', false],
  [419_999, '7:00', false],
  [419_000, '6:59', false],
  [1, '0:01', false],
  [0, '0:00', false],
  [-999, '0:00', false],
  [-1000, '0:01', true],
  [-130_500, '2:10', true],
  [7_200_000, '120:00', false],
])('%d ms are shown as %s', (ms, text, over) => {
  expect(digits(ms)).toEqual({ text, over });
});

test.each([420_000, 419_999, 419_000.5, 1, 0, -0.5, -999, -1000, -130_500])(
  'with %d ms left the digits are looked at when they change, and not before',
  (left) => {
    const running = { minutes: 7, ends_at_ms: left, left_ms: null, digits: true };
    const clock = { ...running, bounded: false, held: false };
    const inMs = digitsChangeInMs(clock, 0);
    expect(inMs).toBeGreaterThan(0);
    expect(inMs).toBeLessThanOrEqual(1000);
    expect(digits(left - inMs + 0.25)).toEqual(digits(left));
    if (left > 0 || left <= -999) expect(digits(left - inMs)).not.toEqual(digits(left));
    const paused = { ...clock, ends_at_ms: null, left_ms: left };
    expect(digitsChangeInMs(paused, 0)).toBe(1000);
  },
);

test('the ring of time is full at the start, empty at the end, and never anything beyond', () => {
  expect(fraction(300_000, 5)).toBe(1);
  expect(fraction(150_123, 10)).toBe(0.25);
  expect(fraction(46_123, 3)).toBe(23 / 90); // a part of two seconds
  expect(fraction(-60_000, 5)).toBe(0);
  expect(fraction(360_000, 5)).toBe(1);
  expect(fraction(0, 0)).toBe(0);
});
