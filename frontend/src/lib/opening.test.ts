import { afterEach, expect, test, vi } from 'vitest';
import type { NewCircle } from '../protocol';
import { createCircle } from './opening';
import { useLanguage } from './strings';

const answers = (status: number, body: string): void =>
  void vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(body, { status })),
  );
const headers = (): Headers => new Headers(vi.mocked(fetch).mock.calls[0]![1]?.headers);
const unanswered = { problem: 'no answer', needsKey: false };

afterEach(() => vi.unstubAllGlobals());

test('an opening key of any script is sent, byte by byte', async () => {
  answers(201, '{}');
  await createCircle({} as NewCircle, 'clé 鍵', '');
  const sent = Uint8Array.from(headers().get('Authorization')!, (character) =>
    character.charCodeAt(0),
  );
  expect(new TextDecoder().decode(sent)).toBe('Bearer clé 鍵');
});

test('the server is asked for its words in the language of the page', async () => {
  vi.stubGlobal('document', { documentElement: {} });
  await useLanguage(['pt-BR']);
  answers(401, '{"detail":"Para abrir algo aqui é precisa a chave de abertura."}');
  expect(await createCircle({} as NewCircle, '', '')).toEqual({
    problem: 'Para abrir algo aqui é precisa a chave de abertura.',
    needsKey: true,
  });
  expect(headers().get('Accept-Language')).toBe('pt-PT');
  await useLanguage(['en']);
});

test('an answer that is none, as a captive portal gives, opens no circle, and that is said', async () => {
  answers(200, 'a captive portal');
  expect(await createCircle({} as NewCircle, '', 'no answer')).toEqual(unanswered);
});

test('a server that does not answer is not waited for without end', async () => {
  const over = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
  const silent = (_: unknown, { signal }: RequestInit = {}): Promise<Response> =>
    new Promise((_, reject) => signal?.aborted && reject(new Error('aborted')));
  vi.stubGlobal('fetch', silent);
  expect(await createCircle({} as NewCircle, '', 'no answer')).toEqual(unanswered);
  over.mockRestore();
});
