import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OwnHand } from './hand.svelte';
import { inTab } from './storage';

let asked: number;
let hand: OwnHand;
const another = (): OwnHand => new OwnHand('invitation', () => ++asked);

beforeEach(() => {
  vi.useFakeTimers();
  asked = 0;
  hand = another();
});

afterEach(() => {
  hand.lost();
  inTab.remove('closed by hand at invitation');
  vi.useRealTimers();
});

test('closed is closed at once, and the server is asked until it has done it, with longer and longer waits', () => {
  hand.close();
  expect([hand.closed, asked]).toEqual([true, 1]);
  const whenMs: number[] = [];
  for (let ms = 100; ms <= 32_000; ms += 100) {
    const before = asked;
    vi.advanceTimersByTime(100);
    hand.shown(true);
    if (asked > before) whenMs.push(ms);
  }
  expect(whenMs).toEqual([1000, 3000, 7000, 15_000, 23_000, 31_000]);
  hand.shown(false);
  expect(hand.closed).toBe(true);
  hand.done(7);
  vi.advanceTimersByTime(60_000);
  expect([hand.closed, asked]).toEqual([false, 7]);
});

test('a lost line is not asked, and one that is back is asked at once where it still shows it open', () => {
  hand.close();
  hand.lost();
  vi.advanceTimersByTime(60_000);
  expect([hand.closed, asked]).toEqual([true, 1]);
  hand.shown(true);
  expect([hand.closed, asked]).toEqual([true, 2]);
});

test('what she closed stays closed when the page is loaded anew, until the server has it', () => {
  hand.close();
  hand.lost();
  hand = another();
  expect(hand.closed).toBe(true);
  hand.shown(true);
  expect(asked).toBe(2);
  hand.done(2);
  expect(another().closed).toBe(false);
});

const OPENING = 50;

test('an opening that was not answered before the line was lost is undone, also where it has arrived', () => {
  hand.opens(OPENING);
  hand.lost();
  expect(hand.closed).toBe(true);
  hand.shown(true);
  expect([hand.closed, asked]).toEqual([true, 1]);
});

test('an opening that was done, or refused, is not undone', () => {
  hand.opens(OPENING);
  hand.done(OPENING);
  hand.lost();
  expect(hand.closed).toBe(false);
  hand.opens(OPENING + 1);
  hand.refused(OPENING + 1, 'not_kept');
  hand.lost();
  expect([hand.closed, asked]).toEqual([false, 0]);
});

test('opened again before the server had closed it, it stays closed until the opening is answered', () => {
  hand.close();
  hand.opens(OPENING);
  hand.shown(true);
  hand.done(asked);
  hand.shown(false);
  expect(hand.closed).toBe(true);
  hand.done(OPENING);
  expect([hand.closed, asked]).toEqual([false, 1]);
});

test('closed before the opening was answered, no view of before opens it', () => {
  hand.opens(OPENING);
  hand.close();
  hand.shown(false);
  hand.done(OPENING);
  hand.shown(true);
  expect(hand.closed).toBe(true);
  hand.done(asked);
  expect(hand.closed).toBe(false);
});

test('where the server says that it has it already, it is not asked again', () => {
  hand.opens(OPENING);
  hand.close();
  hand.refused(asked, 'not_kept');
  expect(hand.closed).toBe(true);
  hand.refused(asked, 'already');
  vi.advanceTimersByTime(60_000);
  expect([hand.closed, asked]).toEqual([false, 1]);
});
