import type { GroupLink as PersonsLink, Terms } from '../../protocol';
import { linkWithKey } from '../invitation';
import { groupWords } from './words';

/** The person's link with the key of the group in it, which the server has given without. */
export function withKey(each: PersonsLink, key: string | null): PersonsLink {
  return key === null ? each : { ...each, link: linkWithKey(each.link, key) };
}

/** What one person is sent: to what they are invited, what is agreed on, their link, and how to join. */
export function invitationTo(
  { name, role, link }: PersonsLink,
  group: string,
  terms: Terms,
  isGuest: boolean,
): string {
  const { invitation, frame } = groupWords;
  const kind = role === 'presenter' ? 'member' : isGuest && role === 'member' ? 'guest' : role;
  const sentence = terms.circle.sentence.trim() || frame.confidence;
  return invitation[kind](name, group, sentence, link);
}

/** The address of a text message to be written (RFC 5724). */
export function textMessage(body: string): string {
  return `sms:?body=${encodeURIComponent(body)}`;
}
