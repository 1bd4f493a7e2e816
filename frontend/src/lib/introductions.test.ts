import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Introduced, Presence, View } from '../protocol';
import { Introductions, whoHears } from './introductions';
import { isOwn } from './sealed/circle-keys';
import { newSecret } from './sealed/link-key';
import { decodedHeader } from './sealed/sframe-header';
import { FakeScriptTransform, type FakeWorker } from './sealed/testing';
import { SealedVoices } from './sealed/voices';
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
  const SHOWN = { type: 'shown' } as const;
  const says = (message: typeof OWN | typeof SHOWN): void => hear?.(message as never);

  beforeEach(() => {
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  test('this page’s introduction is told of, until it is shown after all', () => {
    says(OWN);
    introductions.introduced([{ ...INTRODUCED[0]!, key: 'own', proof: 'proves' }]);
    vi.advanceTimersByTime(9999);
    expect(withheld).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(withheld).toHaveBeenLastCalledWith(true);
    says(SHOWN);
    expect(withheld).toHaveBeenLastCalledWith(false);
    expect(send, 'that is not the server’s to know').toHaveBeenCalledExactlyOnceWith(OWN);
  });

  test('nothing is not told of, nor is a line on which it has been shown already', () => {
    says(OWN);
    says(SHOWN);
    says(OWN);
    vi.advanceTimersByTime(60_000);
    expect(withheld).not.toHaveBeenCalledWith(true);
  });

  test('the introduction of a page that seals anew has to be shown too', () => {
    says(OWN);
    says(SHOWN);
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

describe('a page seals with a key of its own, or it is told of that it does not', () => {
  const SEAT = 3;
  const WORD = new Uint8Array([0x78, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    return () => vi.useRealTimers();
  });

  test.each<[string, 'own' | 'told', (own: Introduced) => unknown[]]>([
    ['shows it', 'own', (own) => [own]],
    ['hides it', 'told', () => []],
    ['shows it in another seat', 'told', (own) => [{ ...own, seat: 5 }]],
    ['shows it with another’s proof', 'told', (own) => [{ ...own, proof: own.key }]],
    ['shows it beside nothing', 'own', (own) => [null, own]],
    ['shows it beside a seat beyond those there are', 'own', (own) => [own, { ...own, seat: 300 }]],
    ['shows it beside half a seat', 'own', (own) => [own, { ...own, seat: 3.5 }]],
  ])('where the server %s: %s', async (_, is, shows) => {
    let nowMs = 0;
    const told = new Set<Promise<void>>();
    const voices: SealedVoices = new SealedVoices(
      (message) => hear?.(message as never),
      () => nowMs,
    );
    say.mockImplementation((message) => told.add(voices.hear(message)));
    await voices.hear({ type: 'begin', secret: newSecret() });
    introductions.seated(SEAT);
    introductions.viewed(viewOf([SEAT, 'here'], [5, 'here']));
    await Promise.all(told);
    const { key, proof } = send.mock.lastCall![0] as Introduced;
    introductions.introduced(shows({ seat: SEAT, key, proof, mark: 7 }) as Introduced[]);
    await Promise.all(told);
    nowMs += 10_000;
    vi.advanceTimersByTime(10_000);
    const transform = new FakeScriptTransform({ alive: true, voices } as FakeWorker, {
      transform: 1,
      does: 'seal',
      seat: SEAT,
    });
    const { keyId } = decodedHeader(await transform.pass(WORD))!;
    expect([isOwn(keyId), withheld.mock.lastCall]).toEqual(
      is === 'own' ? [true, [false]] : [false, [true]],
    );
    say.mockReset();
  });
});
