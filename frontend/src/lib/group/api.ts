import type {
  AskPaper,
  CalendarFeed,
  CertificatePaper,
  GroupCommand,
  GroupLeft,
  GroupLinks,
  GroupRefusal,
  GroupView,
  GuestView,
  MeetingEntrance,
  NewGroup,
  OfGroup,
  OwnLink,
} from '../../protocol';
import { opensBy, post } from '../api';
import { detailOf } from '../detail';

/**
 * What became of a question. `closed`: this link opens nothing (any more). `failed`: the server's words, or null where it did
 * not answer at all; `needsKey`: it wants the key under which groups are opened here.
 */
export type GroupAnswer<T> =
  | { is: 'ok'; value: T }
  | { is: 'refused'; refusal: GroupRefusal }
  | { is: 'closed'; why: 'not_invited' | 'erased' }
  | { is: 'failed'; words: string | null; needsKey?: boolean };

export const readGroup = (token: string): Promise<GroupAnswer<GroupView | GuestView>> =>
  answered('/api/group', { token });

export const askGroup = (
  token: string,
  seen: number,
  command: GroupCommand,
): Promise<GroupAnswer<GroupView | OwnLink | GroupLeft>> =>
  answered('/api/group/ask', { token, seen, command });

export const readLinks = (token: string): Promise<GroupAnswer<GroupLinks>> =>
  answered('/api/group/links', { token });

/** `key`: the lock of a sealed circle, and the meeting that it was made for. */
export const enterToday = (
  token: string,
  key: { lock: string; circle: string } | null,
): Promise<GroupAnswer<MeetingEntrance>> => answered('/api/group/enter', { token, ...key });

export const readFeed = (token: string): Promise<GroupAnswer<CalendarFeed>> =>
  answered('/api/group/feed', { token });

/** A file of the group, to be kept by this person: `path` is what it is called there. */
export const readFile = (
  path: 'calendar' | 'certificate' | 'log' | 'export',
  body: OfGroup | AskPaper,
): Promise<GroupAnswer<Blob>> =>
  answered(`/api/group/${path}`, body, {}, (response) => response.blob());

/** What one's certificate says, for this page to print. */
export const readPaper = (body: AskPaper): Promise<GroupAnswer<CertificatePaper>> =>
  answered('/api/group/certificate/data', body);

export const openGroup = (group: NewGroup, openingKey: string): Promise<GroupAnswer<GroupLinks>> =>
  answered('/api/groups', group, opensBy(openingKey));

async function answered<T>(
  path: string,
  body: object,
  more: Record<string, string> = {},
  read: (response: Response) => Promise<unknown> = (response) => response.json(),
): Promise<GroupAnswer<T>> {
  const response = await post(path, JSON.stringify(body), more);
  const value: unknown = response?.ok && (await read(response).catch(() => null));
  if (value) return { is: 'ok', value: value as T };
  const says: unknown = await response?.json().catch(() => null);
  return noOf(response?.status, says as Partial<GroupRefusal> | null);
}

function noOf(status?: number, says?: Partial<GroupRefusal> | null): GroupAnswer<never> {
  if (status === 409 && says?.reason) return { is: 'refused', refusal: says as GroupRefusal };
  if (status === 403) return { is: 'closed', why: 'not_invited' };
  if (status === 410) return { is: 'closed', why: 'erased' };
  return { is: 'failed', words: detailOf(says), needsKey: status === 401 };
}
