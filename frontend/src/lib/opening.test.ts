import { afterEach, expect, test, vi } from 'vitest';
import type { NewCircle } from '../protocol';
import { createCircle, NotCreated } from './opening';
import { useLanguage } from './strings';

const answers = (status: number, body: string): void =>
  void vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(body, { status })),
  );
const headers = (): Headers => new Headers(vi.mocked(fetch).mock.calls[0]![1]?.headers);

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
  await expect(createCircle({} as NewCircle, '', '')).rejects.toEqual(
    new NotCreated('Para abrir algo aqui é precisa a chave de abertura.', true),
  );
  expect(headers().get('Accept-Language')).toBe('pt-PT');
  await useLanguage(['en']);
});
