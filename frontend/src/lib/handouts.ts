import { NEVER_BEGUN_AFTER_MS, type CreatedCircle } from '../protocol';
import { linkIn } from './invitation';
import { inBrowser } from './storage';

/**
 * A circle that was opened in this browser, while its links are being handed out. `sentence` is what its frame says about
 * confidentiality, if it says anything of its own. `names` are for oneself: whose seat is whose. They are sent to nobody.
 * `visited_ms`: when somebody entered last by one of its links, from this browser.
 */
export interface Handout extends CreatedCircle {
  sentence: string;
  names: Record<number, string>;
  visited_ms?: number;
}

const KEY = 'links to hand out';

/**
 * The circles whose links are still to be handed out, first what was opened, named or entered last: without those that can
 * wait for no meeting any more (E4), as far as is known here, which is not who has entered elsewhere.
 */
export function handouts(): Handout[] {
  return inBrowser
    .list(KEY)
    .filter(isHandout)
    .filter(
      ({ expires_ms, visited_ms = 0 }) =>
        Math.max(expires_ms, visited_ms) + NEVER_BEGUN_AFTER_MS > Date.now(),
    );
}

function isHandout(one: unknown): one is Handout {
  const { title, expires_ms, invitations, names } = (one ?? {}) as Partial<Handout>;
  const isWhole = typeof title === 'string' && typeof expires_ms === 'number' && !!names;
  return isWhole && Array.isArray(invitations) && invitations.length > 0;
}

/** Keeps this one, with what has changed in it. Whether it outlives this page. */
export function keepHandout(handout: Handout): boolean {
  const others = handouts().filter((other) => other.expires_ms !== handout.expires_ms);
  return inBrowser.keep(KEY, [handout, ...others]);
}

/** Forgets the links of the circle that would end unused at this time. No two circles of one browser share it. */
export function forgetHandout(expiresMs: number): void {
  inBrowser.keep(
    KEY,
    handouts().filter((other) => other.expires_ms !== expiresMs),
  );
}

/** Somebody has entered by this invitation, so that its circle waits anew; or it is over, and its links lead nowhere. */
export function noteVisit(token: string, isOver = false): void {
  const handout = handouts().find(({ invitations }) =>
    invitations.some(({ link }) => linkIn(link)?.token === token),
  );
  if (!handout) return;
  if (isOver) forgetHandout(handout.expires_ms);
  else keepHandout({ ...handout, visited_ms: Date.now() });
}
