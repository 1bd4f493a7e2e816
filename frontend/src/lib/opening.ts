import type { CreatedCircle, NewCircle } from '../protocol';
import { opensBy, post } from './api';
import { detailOf } from './detail';
import { linkWithKey } from './invitation';

/** The server's no, in words for people. `needsKey`: it wants the key under which circles are opened here. */
interface NotCreated {
  problem: string;
  needsKey: boolean;
}

/** Opens a circle; `unreachable` are the words for a server that did not answer. */
export async function createCircle(
  circle: NewCircle,
  openingKey: string,
  unreachable: string,
): Promise<CreatedCircle | NotCreated> {
  const response = await post('/api/circles', JSON.stringify(circle), opensBy(openingKey));
  const answer: unknown = await response?.json().catch(() => null);
  if (response?.ok && answer) return answer as CreatedCircle;
  return { problem: detailOf(answer) ?? unreachable, needsKey: response?.status === 401 };
}

/** The circle with the key in each of its links, which the server has given without. */
export function circleWithKey(circle: CreatedCircle, key: string): CreatedCircle {
  const invitations = circle.invitations.map((each) => ({
    ...each,
    link: linkWithKey(each.link, key),
  }));
  return { ...circle, invitations };
}
