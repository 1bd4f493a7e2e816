import type { CreatedCircle, NewCircle } from '../protocol';
import { post } from './api';
import { detailOf } from './detail';
import { linkWithKey } from './invitation';

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
  if (response?.ok && answer) return answer as CreatedCircle;
  throw new NotCreated(detailOf(answer) ?? unreachable, response?.status === 401);
}

/** The circle with the key in each of its links, which the server has given without. */
export function withKey(circle: CreatedCircle, key: string): CreatedCircle {
  const invitations = circle.invitations.map((each) => ({
    ...each,
    link: linkWithKey(each.link, key),
  }));
  return { ...circle, invitations };
}

/** A header's text has one character a byte; the key goes in UTF-8, in whichever script it is. */
const bytesOf = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text));
