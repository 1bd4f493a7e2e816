import { beforeEach, expect, test, vi } from 'vitest';
import type { Presence, View } from '../protocol';
import { Introductions, whoHears } from './introductions';
import { aSeat, aView } from './testing';

const INTRODUCED = [{ seat: 4, key: 'k', proof: 'p', mark: 1 }];
const [say, send] = [vi.fn(), vi.fn()];
let hear: ((message: never) => void) | null = null;
let introductions: Introductions;

const viewOf = (...seats: [number, Presence, boolean?][]): View => ({
  ...aView(),
  seats: seats.map(([number, presence, in_debrief = false]) =>
    aSeat(number, { presence, in_debrief }),
  ),
});

beforeEach(() => {
  vi.clearAllMocks();
  introductions = new Introductions({ say, hear: (by) => (hear = by) }, send);
});

test('those hear this page who are here, or on their way back, in the same room', () => {
  const circle: [number, Presence, boolean?][] = [
    [1, 'here', true],
    [3, 'here'],
    [4, 'here'],
    [5, 'coming_back'],
    [6, 'left'],
    [7, 'knocking'],
    [8, 'uninvited'],
    [9, 'vacant'],
  ];
  expect(whoHears(viewOf(...circle))).toEqual({ hearers: [3, 4, 5], room: 'circle' });
  circle[1] = [3, 'here', true];
  expect(whoHears(viewOf(...circle))).toEqual({ hearers: [1, 3], room: 'debrief' });
});

test('the worker is told who is here once there is a view, and again only when that changes', () => {
  introductions.introduced(INTRODUCED);
  expect(say).not.toHaveBeenCalled();
  introductions.viewed(viewOf([3, 'here'], [4, 'here']));
  introductions.viewed({ ...viewOf([3, 'here'], [4, 'here']), phase: 'opening' });
  introductions.introduced(INTRODUCED);
  expect(say.mock.calls).toEqual([
    [{ type: 'here', introduced: INTRODUCED, hearers: [3, 4], room: 'circle' }],
  ]);
  introductions.viewed(viewOf([3, 'here'], [4, 'left']));
  expect(say).toHaveBeenLastCalledWith(expect.objectContaining({ hearers: [3] }));
});

test('on each new line the page introduces itself, and what the worker hands over is sent', () => {
  introductions.seated(3);
  introductions.handed({ seat: 4, box: 'b' });
  expect(say.mock.calls).toEqual([
    [{ type: 'seated', seat: 3 }],
    [{ type: 'handed', box: { seat: 4, box: 'b' } }],
  ]);
  expect(hear).toBe(send);
  introductions.close();
  expect(hear).toBeNull();
});
