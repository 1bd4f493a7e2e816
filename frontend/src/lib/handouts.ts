import type { CreatedCircle, Invitation } from '../protocol';
import type { InvitedRole } from '../words/en/front/links';
import { inBrowser } from './storage';
import type { LinksWords } from './links-words';

/**
 * A circle that was opened in this browser, while its links are being handed out. `sentence` is what its frame says about
 * confidentiality, if it says anything of its own. `names` are for oneself: whose seat is whose. They are sent to nobody.
 */
export interface Handout extends CreatedCircle {
  sentence: string;
  names: Record<number, string>;
}

const KEY = 'links to hand out';

/** A circle that somebody has entered by then waits so long for its meeting (E4); whether anybody has is not known here. */
const WAITS_MS = 90 * 24 * 3_600_000;

/** What was kept, without circles that can wait for no meeting any more. What cannot be read is as good as nothing. */
export function readHandouts(kept: string | null, nowMs: number): Handout[] {
  try {
    const all: unknown = JSON.parse(kept ?? '[]');
    const some: unknown[] = Array.isArray(all) ? all : [];
    return some.filter(isHandout).filter(({ expires_ms }) => expires_ms + WAITS_MS > nowMs);
  } catch {
    return [];
  }
}

function isHandout(one: unknown): one is Handout {
  const { title, expires_ms, invitations, names } = (one ?? {}) as Partial<Handout>;
  const isWhole = typeof title === 'string' && typeof expires_ms === 'number' && !!names;
  return isWhole && Array.isArray(invitations) && invitations.length > 0;
}

/** The circles whose links are still to be handed out, the newest first. */
export function handouts(): Handout[] {
  return readHandouts(inBrowser.get(KEY), Date.now());
}

/** Keeps this one, with what has changed in it. Whether it outlives this page. */
export function keepHandout(handout: Handout): boolean {
  const others = handouts().filter((other) => other.expires_ms !== handout.expires_ms);
  return inBrowser.set(KEY, JSON.stringify([handout, ...others]));
}

/** Forgets the links of the circle that would end unused at this time. No two circles of one browser share it. */
export function forgetHandout(expiresMs: number): void {
  const others = handouts().filter((other) => other.expires_ms !== expiresMs);
  if (others.length > 0) inBrowser.set(KEY, JSON.stringify(others));
  else inBrowser.remove(KEY);
}

/** Who a list of links is for. The first link is its reader's own; facilitators' links stand in no list for members. */
export const LISTS = { facilitators: ['facilitator'], others: ['member', 'observer'] } as const;

/** The invitations of this role that are for somebody else. */
export function invitedAs(handout: CreatedCircle, role: InvitedRole): Invitation[] {
  return handout.invitations.slice(1).filter((invitation) => invitation.role === role);
}

/** The links of these roles, as a text to be pasted somewhere: each with its seat, and without anybody's name. */
export function listed(
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
