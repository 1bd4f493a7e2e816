import { expect, test } from 'vitest';
import type { SeatView } from '../protocol';
import { requestOf, signOf } from './signs';
import { circleEn as en } from './circle-words.en';
import { aSeat } from './testing';

const seat = aSeat(3);
const beside = { apart: false, outer: false };
const say = (is: Partial<SeatView>, relation = beside): string =>
  signOf({ ...seat, ...is }, relation, en);

test('of somebody of whom there is nothing to say, nothing is said', () => {
  expect(say({})).toBe('');
});

test('that somebody is away matters more than what they wished for', () => {
  expect(say({ presence: 'coming_back', wishes: true })).toBe('coming back');
  expect(say({ sound: 'no_sound', wishes: true })).toBe('no sound');
  expect(say({ wishes: true, news: true })).toBe('would like to speak');
  expect(say({ news: true, offer: 'standing' })).toBe('has news');
  expect(say({ offer: 'standing' })).toBe('has a case');
});

test('who is in the other room is there, whatever else they are', () => {
  const elsewhere = { ...beside, apart: true };
  expect(say({ in_debrief: true, wishes: true }, elsewhere)).toBe(en.circle.inDebrief);
  expect(say({ in_debrief: false }, elsewhere)).toBe(en.circle.lingering);
});

test('who sits in the outer circle is said to, after what matters more', () => {
  const outer = { ...beside, outer: true };
  expect(say({}, outer)).toBe('outer circle');
  expect(say({ presence: 'left' }, outer)).toBe(en.presence.left);
});

test('at a face a wish to speak, news and a case each have a drawing of their own', () => {
  const draw = (is: Partial<SeatView>): string | null => requestOf({ ...seat, ...is });
  expect(draw({})).toBe(null);
  expect(draw({ wishes: true, news: true })).toBe('wish');
  expect(draw({ news: true, offer: 'standing' })).toBe('news');
  expect(draw({ offer: 'standing' })).toBe('case');
  expect(draw({ asked: true })).toBe('case');
});
