import { afterEach, expect, test, vi } from 'vitest';
import { CLOSE } from '../protocol';
import { lookAtDoor } from './api';

const answers = (status: number, body: string): void =>
  void vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(body, { status })),
  );

afterEach(() => vi.unstubAllGlobals());

test('whoever looks at the door sends the invitation and reads the sign', async () => {
  answers(200, '{"title":"Tuesday"}');
  expect(await lookAtDoor('mine')).toEqual({ sign: { title: 'Tuesday' } });
  expect(fetch).toHaveBeenCalledWith(
    '/api/door',
    expect.objectContaining({ method: 'POST', body: '{"token":"mine"}' }),
  );
});

test('an invitation that opens nothing, or nothing any more, is told before anybody tries', async () => {
  answers(403, '{"detail":"no"}');
  expect(await lookAtDoor('x')).toEqual({ closed: CLOSE.NOT_INVITED });
  answers(409, '{"detail":"no"}');
  expect(await lookAtDoor('x')).toEqual({ closed: CLOSE.UNINVITED });
  answers(410, '{"detail":"no"}');
  expect(await lookAtDoor('x')).toEqual({ closed: CLOSE.NO_CIRCLE });
});

test('under a second name of the server its words are told, and nothing of the invitation', async () => {
  answers(421, '{"detail":"Open it at https://circle.example/ instead."}');
  expect(await lookAtDoor('x')).toEqual({ says: 'Open it at https://circle.example/ instead.' });
});

test('without an answer, or with one that is none, nothing is known of the circle', async () => {
  vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('offline')));
  expect(await lookAtDoor('x')).toBe(null);
  answers(502, 'Bad gateway');
  expect(await lookAtDoor('x')).toBe(null);
  answers(421, 'Misdirected Request');
  expect(await lookAtDoor('x')).toBe(null);
  answers(421, '{"detail":{"no":"words"}}');
  expect(await lookAtDoor('x')).toBe(null);
  answers(200, 'a captive portal');
  expect(await lookAtDoor('x')).toBe(null);
});
