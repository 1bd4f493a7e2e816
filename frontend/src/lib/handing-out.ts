import type { CreatedCircle, Invitation } from '../protocol';
import type { InvitedRole } from '../words/en/front/links';
import type { Handout } from './handouts';
import type { LinksWords } from './links-words';

/** Who a list of links is for. The first link is its reader's own; facilitators' links stand in no list for members. */
export const LISTS = { facilitators: ['facilitator'], others: ['member', 'observer'] } as const;

/** The invitations of this role that are for somebody else. */
export function invitedAs(handout: CreatedCircle, role: InvitedRole): Invitation[] {
  return handout.invitations.slice(1).filter((invitation) => invitation.role === role);
}

/** The links of these roles, as a text to be pasted somewhere: each with its seat, and without anybody's name. */
export function linksAsText(
  handout: CreatedCircle,
  roles: readonly InvitedRole[],
  { links }: LinksWords,
): string {
  const groups = roles
    .map((role) => ({ role, invited: invitedAs(handout, role) }))
    .filter(({ invited }) => invited.length > 0);
  const lines = groups.map(({ role, invited }) =>
    [links.group[role], ...invited.map(({ seat, link }) => links.line(seat, link))].join('\n'),
  );
  return [handout.title, ...lines].join('\n\n');
}

/** What one person is sent: to what they are invited, what is agreed on, their link, and how to join. */
export function invitationText(
  handout: Handout,
  { role, link }: Invitation,
  words: LinksWords,
): string {
  const text = words.invitation[role as InvitedRole];
  return text(handout.title, handout.sentence.trim() || words.frame.confidence, link);
}

/** The address of a mail to be written (RFC 6068). */
export function mailto(subject: string, body: string): string {
  const lines = body.replaceAll('\n', '\r\n');
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`;
}

/**
 * What makes a button hand this on by the device's own share sheet, where there is one. Whoever closes the sheet has not
 * failed at anything.
 */
export function sharing(what: ShareData): (() => void) | undefined {
  return 'share' in navigator ? () => void navigator.share(what).catch(() => undefined) : undefined;
}
