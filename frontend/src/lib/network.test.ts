import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onNetworkChange } from './network';

let connection: EventTarget & { type?: string };
let changes: number;
let end: () => void;

beforeEach(() => {
  connection = Object.assign(new EventTarget(), { type: 'wifi' });
  const events = new EventTarget();
  vi.stubGlobal('addEventListener', events.addEventListener.bind(events));
  vi.stubGlobal('removeEventListener', events.removeEventListener.bind(events));
  vi.stubGlobal('dispatchEvent', events.dispatchEvent.bind(events));
  vi.stubGlobal('navigator', { connection });
  changes = 0;
  end = onNetworkChange(() => changes++);
});

afterEach(() => vi.unstubAllGlobals());

const becomes = (type: string): void => {
  connection.type = type;
  connection.dispatchEvent(new Event('change'));
};

test('from Wi-Fi to mobile the network has changed, though the browser was online all the while', () => {
  becomes('cellular');
  expect(changes).toBe(1);
  becomes('cellular');
  expect(changes).toBe(1);
});

test('no network is none to ask; the next one is', () => {
  becomes('none');
  expect(changes).toBe(0);
  becomes('wifi');
  expect(changes).toBe(1);
});

test('coming online is a change in every browser', () => {
  vi.stubGlobal('navigator', {});
  const endToo = onNetworkChange(() => changes++);
  dispatchEvent(new Event('online'));
  expect(changes).toBe(2);
  endToo();
});

test('once it is ended nothing is told', () => {
  end();
  dispatchEvent(new Event('online'));
  becomes('cellular');
  expect(changes).toBe(0);
});
