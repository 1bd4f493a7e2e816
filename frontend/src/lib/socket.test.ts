import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CLOSE } from '../protocol';
import { backoffMs, comesBack, Line, type Listener } from './socket';
import { FakeSocket, sockets } from './testing';

let heard: string[];
let line: Line;

const listener: Listener = {
  opened: () => heard.push('opened'),
  received: (message) => heard.push(message.type),
  lost: (code) => heard.push(`lost ${code}`),
  closed: (code) => heard.push(`closed ${code}`),
};

beforeEach(() => {
  heard = [];
  sockets.length = 0;
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', FakeSocket);
  line = new Line('ws://here/ws', listener, () => 1);
  line.open();
});

afterEach(() => vi.useRealTimers());

test('a lost line comes back with growing waits, and with the shortest again once it was steady', () => {
  sockets[0]!.dies(1006);
  vi.advanceTimersByTime(249);
  expect(sockets.length).toBe(1);
  vi.advanceTimersByTime(1);
  expect(sockets.length).toBe(2);
  sockets[1]!.dies(1006);
  vi.advanceTimersByTime(499);
  expect(sockets.length).toBe(2);
  vi.advanceTimersByTime(1);
  sockets[2]!.opens();
  line.steady();
  sockets[2]!.dies(1006);
  vi.advanceTimersByTime(250);
  expect(sockets.length).toBe(4);
});

test('what a replaced socket still says is not heard', () => {
  const old = sockets[0]!;
  old.opens();
  line.renew();
  vi.advanceTimersByTime(250);
  heard.length = 0;
  old.says({ type: 'pong', sent_ms: 0, now_ms: 0 });
  old.dies(CLOSE.REPLACED);
  vi.advanceTimersByTime(20_000);
  expect(heard.filter((word) => word.startsWith('closed') || word === 'pong')).toEqual([]);
});

test('one loss makes one attempt, also when the line is renewed while it waits', () => {
  sockets[0]!.dies(1006);
  line.hurry();
  vi.advanceTimersByTime(250);
  expect(sockets.length).toBe(2);
});

test('a socket that does not open in time is given up', () => {
  vi.advanceTimersByTime(8000);
  expect(sockets[0]!.closed).toBe(true);
  vi.advanceTimersByTime(250);
  expect(sockets.length).toBe(2);
});

test('a word of the server that is final ends the line', () => {
  sockets[0]!.opens();
  sockets[0]!.dies(CLOSE.ENDED);
  vi.advanceTimersByTime(60_000);
  expect(heard).toEqual(['opened', `closed ${CLOSE.ENDED}`]);
  expect(sockets.length).toBe(1);
});

test('a line that was closed here stays closed', () => {
  line.close();
  sockets[0]!.dies(1000);
  vi.advanceTimersByTime(60_000);
  expect(sockets.length).toBe(1);
  expect(heard).toEqual([]);
});

test('nothing is sent on a line that is not open', () => {
  line.send({ type: 'ping', sent_ms: 1 });
  expect(sockets[0]!.sent).toEqual([]);
  sockets[0]!.opens();
  line.send({ type: 'ping', sent_ms: 2 });
  expect(sockets[0]!.sent).toEqual([{ type: 'ping', sent_ms: 2 }]);
});

test('waits double up to eight seconds, and chance takes up to half away', () => {
  expect([0, 1, 2, 3].map((n) => backoffMs(n, 1))).toEqual([250, 500, 1000, 2000]);
  expect(backoffMs(30, 1)).toBe(8000);
  expect(backoffMs(30, 0)).toBe(4000);
});

test.each([
  [1001, true],
  [1006, true],
  [1012, true],
  [CLOSE.FULL, true],
  [CLOSE.LOST_SOUND, true],
  [CLOSE.CIRCLE_FAILED, true],
  [CLOSE.NOT_INVITED, false],
  [CLOSE.REPLACED, false],
  [CLOSE.GOODBYE, false],
  [CLOSE.ENDED, false],
  [4999, false],
])('after %i the page comes back by itself: %s', (code, back) => {
  expect(comesBack(code)).toBe(back);
});
