import type { CreatedCircle, GroupLinks, NewCircle, NewGroup } from '../protocol';
import { opensBy, post } from './api';
import { detailOf } from './detail';
import { linkWithKey } from './invitation';

/** The server's no, in words for people. `needsKey`: it wants the key under which something is opened here. */
export interface NotOpened {
  problem: string;
  needsKey: boolean;
}

/** Opens a circle; `unreachable` are the words for a server that did not answer. */
export const createCircle = (
  circle: NewCircle,
  openingKey: string,
  unreachable: string,
): Promise<CreatedCircle | NotOpened> => opened('/api/circles', circle, openingKey, unreachable);

/** The same of a group. */
export const openGroup = (
  group: NewGroup,
  openingKey: string,
  unreachable: string,
): Promise<GroupLinks | NotOpened> => opened('/api/groups', group, openingKey, unreachable);

async function opened<T>(
  path: string,
  what: NewCircle | NewGroup,
  openingKey: string,
  unreachable: string,
): Promise<T | NotOpened> {
  const response = await post(path, JSON.stringify(what), opensBy(openingKey));
  const answer: unknown = await response?.json().catch(() => null);
  if (response?.ok && answer) return answer as T;
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
