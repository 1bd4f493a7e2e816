import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CLOSE } from '../protocol';
import { backoffMs, opensWithinMs } from './backoff';
import { comesBack } from './closing';
import { ReconnectingSocket, type SocketListener } from './socket';
import { FakeSocket, sockets } from './testing';

let heard: string[];
let socket: ReconnectingSocket;

const listener: SocketListener = {
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
  socket = new ReconnectingSocket('ws://here/ws', listener, () => 1);
  socket.open();
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
  socket.steady();
  sockets[2]!.dies(1006);
  vi.advanceTimersByTime(250);
  expect(sockets.length).toBe(4);
});

test('what a replaced socket still says is not heard', () => {
  const old = sockets[0]!;
  old.opens();
  socket.hurry();
  vi.advanceTimersByTime(250);
  heard.length = 0;
  old.says({ type: 'pong', sent_ms: 0, now_ms: 0, late: [] });
  old.dies(CLOSE.REPLACED);
  vi.advanceTimersByTime(20_000);
  expect(heard.filter((word) => word.startsWith('closed') || word === 'pong')).toEqual([]);
});

test('one loss makes one attempt, also when the line is renewed while it waits', () => {
  sockets[0]!.dies(1006);
  socket.hurry();
  vi.advanceTimersByTime(250);
  expect(sockets.length).toBe(2);
});

test('a socket that does not open in time is given up', () => {
  vi.advanceTimersByTime(3000);
  expect(sockets[0]!.closed).toBe(true);
  vi.advanceTimersByTime(250);
  expect(sockets.length).toBe(2);
});

test('a socket that opens and then says nothing is given up; one that has spoken may be quiet', () => {
  sockets[0]!.opens();
  vi.advanceTimersByTime(8000);
  expect(sockets[0]!.closed).toBe(true);
  vi.advanceTimersByTime(250);
  sockets[1]!.opens();
  sockets[1]!.says({ type: 'pong', sent_ms: 0, now_ms: 0, late: [] });
  vi.advanceTimersByTime(60_000);
  expect(sockets.length).toBe(2);
});

test('of two connections the one that speaks first is used, and the other closed', () => {
  sockets[0]!.opens();
  socket.hedge();
  socket.hedge();
  expect(sockets.length).toBe(2);
  sockets[0]!.says({ type: 'pong', sent_ms: 0, now_ms: 0, late: [] });
  expect(sockets[1]!.closed).toBe(true);
  sockets[1]!.opens();
  expect(heard).toEqual(['opened', 'pong']);
  socket.hedge();
  sockets[2]!.opens();
  expect(sockets[0]!.closed).toBe(true);
  expect(heard).toEqual(['opened', 'pong', 'lost 1006', 'opened']);
  sockets[0]!.says({ type: 'pong', sent_ms: 0, now_ms: 0, late: [] });
  sockets[0]!.dies(CLOSE.REPLACED);
  expect(heard.length).toBe(4);
});

test('a connection that is tried beside a lost one is waited for, not tried again', () => {
  sockets[0]!.opens();
  socket.hedge();
  socket.hurry();
  expect(heard).toEqual(['opened', 'lost 1006']);
  vi.advanceTimersByTime(2999);
  expect([sockets.length, sockets[1]!.closed]).toEqual([2, false]);
  sockets[1]!.opens();
  expect(heard.at(-1)).toBe('opened');
});

test('a connection that is tried beside one and fails changes nothing; nor is one left when the line ends', () => {
  sockets[0]!.opens();
  socket.hedge();
  sockets[1]!.dies(1006);
  expect(heard).toEqual(['opened']);
  socket.hedge();
  expect(sockets.length).toBe(3);
  socket.close();
  expect(sockets[2]!.closed).toBe(true);
  socket.hedge();
  expect(sockets.length).toBe(3);
});

test('a move is followed at once', () => {
  sockets[0]!.opens();
  socket.steady();
  sockets[0]!.dies(CLOSE.MOVED);
  expect(heard.at(-1)).toBe(`lost ${CLOSE.MOVED}`);
  vi.advanceTimersByTime(50);
  expect(sockets.length).toBe(2);
});

test('moved on without having been seated, it takes the ordinary waits; once seated, a move is quick again', () => {
  sockets[0]!.dies(CLOSE.MOVED);
  vi.advanceTimersByTime(50);
  sockets[1]!.dies(CLOSE.MOVED);
  vi.advanceTimersByTime(249);
  expect(sockets.length).toBe(2);
  vi.advanceTimersByTime(1);
  sockets[2]!.dies(CLOSE.MOVED);
  vi.advanceTimersByTime(499);
  expect(sockets.length).toBe(3);
  vi.advanceTimersByTime(1);
  socket.steady();
  sockets[3]!.dies(CLOSE.MOVED);
  vi.advanceTimersByTime(50);
  expect(sockets.length).toBe(5);
});

test.each([1006, CLOSE.CIRCLE_FAILED])('after %i the first retry is quick', (code) => {
  sockets[0]!.dies(code);
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
  socket.close();
  sockets[0]!.dies(1000);
  vi.advanceTimersByTime(60_000);
  expect(sockets.length).toBe(1);
  expect(heard).toEqual([]);
});

test('nothing is sent on a line that is not open', () => {
  socket.send({ type: 'ping', sent_ms: 1 });
  expect(sockets[0]!.sent).toEqual([]);
  sockets[0]!.opens();
  sockets[0]!.says({ type: 'pong', sent_ms: 0, now_ms: 0, late: [] });
  socket.send({ type: 'ping', sent_ms: 2 });
  expect(sockets[0]!.sent).toEqual([{ type: 'ping', sent_ms: 2 }]);
});

test('before the server has spoken only entering is said', () => {
  const enter = { type: 'enter', token: 'invitation', name: 'Mia', line: null } as const;
  sockets[0]!.opens();
  socket.send({ type: 'ping', sent_ms: 1 });
  socket.send(enter);
  socket.send({ type: 'renew_sound', line: 'line-1' });
  expect(sockets[0]!.sent.map((message) => message.type)).toEqual(['enter']);
});

test('waits double up to a second, stay there for some ten seconds, and then double up to eight', () => {
  const waits = Array.from({ length: 18 }, (_, attempt) => backoffMs(attempt, 1));
  expect(waits.slice(0, 3)).toEqual([250, 500, 1000]);
  expect(new Set(waits.slice(2, 14))).toEqual(new Set([1000]));
  expect(waits.slice(14)).toEqual([2000, 4000, 8000, 8000]);
  expect(backoffMs(300, 1)).toBe(8000);
});

test('chance takes up to half of a wait away', () => {
  expect(backoffMs(0, 0)).toBe(125);
  expect(backoffMs(30, 0)).toBe(4000);
  const quick = Array.from({ length: 14 }, (_, attempt) => backoffMs(attempt, 0.5));
  const quickForMs = quick.reduce((sum, wait) => sum + wait);
  expect(quickForMs).toBeGreaterThan(9000);
  expect(quickForMs).toBeLessThan(11_000);
});

test('an attempt may take longer each time, up to eight seconds', () => {
  expect([0, 1, 2, 5, 30].map(opensWithinMs)).toEqual([3000, 4000, 5000, 8000, 8000]);
});

test.each([
  [1001, true],
  [1006, true],
  [1012, true],
  [1002, false],
  [1007, false],
  [1009, false],
  [CLOSE.TOO_SLOW, true],
  [CLOSE.BUSY, true],
  [CLOSE.NOT_ADMITTED, false],
  [CLOSE.FULL, true],
  [CLOSE.CIRCLE_FAILED, true],
  [CLOSE.MOVED, true],
  [CLOSE.NOT_INVITED, false],
  [CLOSE.REPLACED, false],
  [CLOSE.GOODBYE, false],
  [CLOSE.ENDED, false],
  [4999, false],
])('after %i the page comes back by itself: %s', (code, back) => {
  expect(comesBack(code)).toBe(back);
});
