import { CLOSE, type DoorSign } from '../protocol';
import { detailOf } from './detail';
import { ANSWERS_WITHIN_MS } from './in-time';
import { jsonHeaders } from './strings';

/**
 * What looking at the door told: the sign, or the close code that entering would end with, or in words that the page was
 * opened under another name than the server's, or nothing at all.
 */
export type Look = { sign: DoorSign } | { closed: number } | { says: string } | null;

const LOOKS_FOR_MS = 6000;

/** Reads the sign at the door of the circle that this invitation leads to. Without an answer it is null. */
export async function lookAtDoor(token: string): Promise<Look> {
  const response = await post('/api/door', JSON.stringify({ token }), {}, LOOKS_FOR_MS);
  if (response?.status === 403) return { closed: CLOSE.NOT_INVITED };
  if (response?.status === 409) return { closed: CLOSE.UNINVITED };
  if (response?.status === 410) return { closed: CLOSE.NO_CIRCLE };
  const answer: unknown = await response?.json().catch(() => null);
  if (response?.ok && answer) return { sign: answer as DoorSign };
  const says = detailOf(answer);
  return response?.status === 421 && says ? { says } : null;
}

/** The header of what is opened under this key, where one is given: in UTF-8, of which a header's text has one character a byte. */
export const opensBy = (key: string): Record<string, string> =>
  key ? { Authorization: `Bearer ${String.fromCharCode(...new TextEncoder().encode(key))}` } : {};

/** Asks the server. Without an answer in time it is null. */
export function post(
  path: string,
  body: string,
  more: Record<string, string> = {},
  withinMs = ANSWERS_WITHIN_MS,
): Promise<Response | null> {
  const headers = { ...jsonHeaders(), ...more };
  const signal = AbortSignal.timeout(withinMs);
  return fetch(path, { method: 'POST', headers, body, signal }).catch(() => null);
}
