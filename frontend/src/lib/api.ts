import { CLOSE, type CreatedCircle, type DoorSign, type NewCircle } from '../protocol';

/** The server's no, in words for people. `needsKey`: it wants the key under which circles are opened here. */
export class NotCreated extends Error {
  constructor(
    message: string,
    readonly needsKey: boolean,
  ) {
    super(message);
  }
}

/** Opens a circle. Rejects with NotCreated; `unreachable` are the words for a server that did not answer. */
export async function createCircle(
  circle: NewCircle,
  openingKey: string,
  unreachable: string,
): Promise<CreatedCircle> {
  const headers: Record<string, string> = {};
  if (openingKey) headers.Authorization = `Bearer ${bytesOf(openingKey)}`;
  const body = JSON.stringify(circle);
  const response = await post('/api/circles', body, headers);
  const answer: unknown = await response?.json().catch(() => null);
  if (response?.ok) return answer as CreatedCircle;
  throw new NotCreated(detailOf(answer) ?? unreachable, response?.status === 401);
}

/** What looking at the door told: the sign, or the close code that entering would end with, or nothing at all. */
export type Look = { sign: DoorSign } | { closed: number } | null;

const LOOKS_FOR_MS = 6000;

/** Reads the sign at the door of the circle that this invitation leads to. Without an answer it is null. */
export async function lookAtDoor(token: string): Promise<Look> {
  const signal = AbortSignal.timeout(LOOKS_FOR_MS);
  const response = await post('/api/door', JSON.stringify({ token }), {}, signal);
  if (response?.status === 403) return { closed: CLOSE.NOT_INVITED };
  if (response?.status === 410) return { closed: CLOSE.NO_CIRCLE };
  const sign: unknown = response?.ok ? await response.json().catch(() => null) : null;
  return sign ? { sign: sign as DoorSign } : null;
}

/** A header's text has one character a byte; the key goes in UTF-8, in whichever script it is. */
const bytesOf = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text));

/** The server's words for people in what it has answered; null where there are none. */
export function detailOf(answer: unknown): string | null {
  const detail = (answer as { detail?: unknown } | null)?.detail;
  return typeof detail === 'string' ? detail : null;
}

/** Asks the server. Without an answer it is null. */
export function post(
  path: string,
  body: string,
  more: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<Response | null> {
  const headers = { 'Content-Type': 'application/json', ...more };
  return fetch(path, { method: 'POST', headers, body, signal }).catch(() => null);
}
