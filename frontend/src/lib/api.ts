import type { CreatedCircle, NewCircle } from '../protocol';

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
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  if (openingKey) headers.Authorization = `Bearer ${openingKey}`;
  const body = JSON.stringify(circle);
  const response = await fetch('/api/circles', { method: 'POST', headers, body }).catch(() => null);
  const answer: unknown = await response?.json().catch(() => null);
  if (response?.ok) return answer as CreatedCircle;
  const detail = (answer as { detail?: unknown } | null)?.detail;
  throw new NotCreated(typeof detail === 'string' ? detail : unreachable, response?.status === 401);
}
