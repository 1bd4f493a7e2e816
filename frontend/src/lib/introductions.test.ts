import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Presence, View } from '../protocol';
import { Introductions, whoHears } from './introductions';
import { aSeat, aView } from './testing';

const INTRODUCED = [{ seat: 4, key: 'k', proof: 'p', mark: 1 }];
const [say, send, withheld] = [vi.fn(), vi.fn(), vi.fn()];
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
  introductions = new Introductions({ say, hear: (by) => (hear = by), withheld }, send);
});

test('those hear this page who are here, in the same room', () => {
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
  expect(whoHears(viewOf(...circle))).toEqual({ hearers: [3, 4], room: 'circle' });
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
  const handing = { type: 'hand', boxes: [] } as never;
  hear?.(handing);
  expect(send).toHaveBeenLastCalledWith(handing);
  introductions.close();
  expect(hear).toBeNull();
});

describe('a server that keeps back', () => {
  const OWN = { type: 'introduce', key: 'own', proof: 'proves' } as const;
  const shown = [{ seat: 3, key: 'own', proof: 'proves', mark: 7 }];
  const says = (message: typeof OWN): void => hear?.(message as never);

  beforeEach(() => {
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  test('this page’s introduction is told of, until it is shown after all', () => {
    says(OWN);
    introductions.introduced(INTRODUCED);
    introductions.introduced([{ ...shown[0]!, proof: 'another' }]);
    vi.advanceTimersByTime(9999);
    expect(withheld).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(withheld).toHaveBeenLastCalledWith(true);
    introductions.introduced(shown);
    expect(withheld).toHaveBeenLastCalledWith(false);
  });

  test('nothing is not told of, nor is a line on which it has been shown already', () => {
    says(OWN);
    introductions.introduced(shown);
    says(OWN);
    vi.advanceTimersByTime(60_000);
    expect(withheld).not.toHaveBeenCalledWith(true);
  });

  test('the introduction of a page that seals anew has to be shown too', () => {
    says(OWN);
    introductions.introduced(shown);
    says({ ...OWN, key: 'another' } as never);
    vi.advanceTimersByTime(10_000);
    expect(withheld).toHaveBeenLastCalledWith(true);
  });

  test.each(['close', 'lost'] as const)('is not told of without a line: %s', (how) => {
    says(OWN);
    introductions[how]();
    vi.advanceTimersByTime(60_000);
    expect(withheld).not.toHaveBeenCalled();
  });

  test('and ends each line before it would be told of is told of once that adds up to as long', () => {
    says(OWN);
    vi.advanceTimersByTime(9000);
    introductions.lost();
    introductions.lost();
    vi.advanceTimersByTime(60_000);
    says(OWN);
    vi.advanceTimersByTime(500);
    says(OWN);
    vi.advanceTimersByTime(499);
    expect(withheld).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(withheld).toHaveBeenLastCalledWith(true);
  });

  test('a key that is another is given as long as the one before', () => {
    says(OWN);
    vi.advanceTimersByTime(9000);
    says({ ...OWN, key: 'another' } as never);
    vi.advanceTimersByTime(9999);
    expect(withheld).not.toHaveBeenCalled();
  });
});
