import type { GroupLink as PersonsLink, GroupView, Terms } from '../../protocol';
import { linkWithKey } from '../invitation';
import type { OwnLinkKey } from './own-key.svelte';
import { groupWords } from './words';

/**
 * The links of a sealed group's people with its key in each, which the server has given without. A guest's has that of the circle
 * of their meeting, from which nobody comes to the group's. Whoever this view does not know yet has none.
 */
export async function withKeys(
  links: PersonsLink[],
  ownKey: OwnLinkKey,
  view: GroupView,
): Promise<PersonsLink[]> {
  const withKey = async (each: PersonsLink): Promise<PersonsLink[]> => {
    const is = ({ number }: { number: number }): boolean => number === each.person;
    const circle = view.meetings.find(({ guests }) => guests.some(is))?.circle;
    const key = view.people.some(is) ? ownKey.key : circle && (await ownKey.ofCircle(circle)).key;
    return key ? [{ ...each, link: linkWithKey(each.link, key) }] : [];
  };
  return (await Promise.all(links.map(withKey))).flat();
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
