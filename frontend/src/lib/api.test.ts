import { afterEach, expect, test, vi } from 'vitest';
import { CLOSE, type NewCircle } from '../protocol';
import { createCircle, lookAtDoor } from './api';

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
  answers(410, '{"detail":"no"}');
  expect(await lookAtDoor('x')).toEqual({ closed: CLOSE.NO_CIRCLE });
});

test('without an answer, or with one that is none, nothing is known of the circle', async () => {
  vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('offline')));
  expect(await lookAtDoor('x')).toBe(null);
  answers(502, 'Bad gateway');
  expect(await lookAtDoor('x')).toBe(null);
  answers(200, 'a captive portal');
  expect(await lookAtDoor('x')).toBe(null);
});

test('an opening key of any script is sent, byte by byte', async () => {
  answers(201, '{}');
  await createCircle({} as NewCircle, 'clé 鍵', '');
  const [, asked] = vi.mocked(fetch).mock.calls[0]!;
  const sent = Uint8Array.from(new Headers(asked?.headers).get('Authorization')!, (character) =>
    character.charCodeAt(0),
  );
  expect(new TextDecoder().decode(sent)).toBe('Bearer clé 鍵');
});
