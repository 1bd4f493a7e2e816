import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Pulse } from './pulse';

let asked: number;
let silent: number;
let slept: number;
let pulse: Pulse;

beforeEach(() => {
  vi.useFakeTimers();
  asked = silent = slept = 0;
  pulse = new Pulse({ ask: () => asked++, silent: () => silent++, slept: () => slept++ });
});

afterEach(() => {
  pulse.close();
  vi.useRealTimers();
});

/** The page does not run for so long; then it does what has become due, once. */
function sleeps(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
}

test('a server that answers is asked at once, and every two seconds', () => {
  for (let second = 0; second < 60; second++) {
    pulse.answered();
    vi.advanceTimersByTime(1000);
  }
  expect(asked).toBe(31);
  expect(silent).toBe(0);
});

test('a question without an answer for three seconds is a silence, and no second question is asked meanwhile', () => {
  vi.advanceTimersByTime(2999);
  expect(silent).toBe(0);
  vi.advanceTimersByTime(1);
  expect(silent).toBe(1);
  expect(asked).toBe(1);
});

test.each([
  ['twice a second', () => 500],
  ['thirty times a second', () => 33],
  ['in the pauses of somebody who speaks', (n: number) => [30, 30, 1700, 30, 2400][n % 5]!],
])('that a line is doubted %s puts no silence off', (_, pausesMs) => {
  for (let n = 0, ms = 0; silent === 0 && ms < 3000; n++) {
    const passes = Math.min(pausesMs(n), 3000 - ms);
    vi.advanceTimersByTime(passes);
    ms += passes;
    pulse.ask();
  }
  expect(silent).toBe(1);
});

test('a late answer is an answer, and the next question follows', () => {
  vi.advanceTimersByTime(2900);
  pulse.answered();
  vi.advanceTimersByTime(100);
  expect(asked).toBe(2);
  expect(silent).toBe(0);
});

test('a page that slept concludes nothing from its sleep, but asks anew', () => {
  vi.advanceTimersByTime(2000);
  sleeps(3_600_000);
  vi.advanceTimersByTime(1000);
  expect([silent, asked, slept]).toEqual([0, 2, 1]);
  vi.advanceTimersByTime(3000);
  expect([silent, slept]).toEqual([1, 1]);
});

test('whoever comes back to a page that slept has the server asked for as long as anybody', () => {
  vi.advanceTimersByTime(2000);
  sleeps(3_600_000);
  pulse.ask();
  vi.advanceTimersByTime(3900);
  expect(silent).toBe(0);
  vi.advanceTimersByTime(100);
  expect(silent).toBe(1);
});

test('a page that runs only once a minute never judges the server', () => {
  for (let minute = 0; minute < 60; minute++) {
    sleeps(59_000);
    vi.advanceTimersByTime(1000);
  }
  expect(silent).toBe(0);
});

test('a page that ticks late, but ticks, does judge it', () => {
  for (let tick = 0; tick < 3; tick++) {
    sleeps(900);
    vi.advanceTimersByTime(1000);
  }
  expect(silent).toBe(1);
});

test('a pulse that was ended asks and tells nothing more', () => {
  pulse.close();
  vi.advanceTimersByTime(60_000);
  expect([asked, silent]).toEqual([1, 0]);
});
