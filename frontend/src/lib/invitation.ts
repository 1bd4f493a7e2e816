import { inTab } from './storage';

const ENCODED_AT_MOST = 3;
const UNSEEN = /[\u00ad\u200b-\u200f\u2060-\u2064\u2066-\u2069\ufeff]/g;
/**
 * A signature has 27 signs: fewer are a piece of one, or no token at all, as in “March #3.2027”. The last one tells 4 bits of
 * it alone, so that it is a letter or a digit (RFC 4648, section 5). What begins with "g." is of a group.
 */
const IN_A_LINK = /#[#/]*(?!g\.)(\.?[\w-]+\.[\w-]{26,}[a-z\d])(?:~([a-z\d]*))?/i;
const ALONE = /^[^\w.-]*(?!g\.)(\.?[\w-]+\.[\w-]{26,}[a-z\d])(?:~([a-z\d]*))?[\W_]*$/i;

/**
 * What a link holds after its #: the token of the invitation, for the server, and the key of a sealed circle as it is written
 * there, which no server may see; null where there is none.
 */
export interface SeatLink {
  token: string;
  key: string | null;
}

/**
 * The invitation in a link, or in a text with a link in it: whatever mail and messengers have put around it or added to it,
 * and where they have rewritten its # to %23, once or twice. Null where there is no whole token.
 */
export function linkIn(text: string): SeatLink | null {
  const plain = decoded(text).replace(UNSEEN, '');
  const [, token, key = null] = IN_A_LINK.exec(plain) ?? ALONE.exec(plain) ?? [];
  return token === undefined ? null : { token, key };
}

/** What stands after the # of a link. */
export function fragmentOf({ token, key }: SeatLink): string {
  return key === null ? token : `${token}~${key}`;
}

/** The link with this key. It stands behind a #, which no server sees, also where the server has given a link without one. */
export function linkWithKey(link: string, key: string): string {
  return `${link}${link.includes('#') ? '' : '#'}~${key}`;
}

/** Without the percent signs of a link; only ASCII is meant by them in one of ours. */
export function decoded(text: string): string {
  let plain = text;
  for (let times = 0; times < ENCODED_AT_MOST; times++)
    plain = plain.replace(/%([2-7][\da-f])/gi, (_, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    );
  return plain;
}

const key = (token: string): string => `seat of ${token}`;

const sent = (key: string | null | undefined): string => `was sent: ${key}`;

const typed = (token: string): string => `name ${token}`;

/** The address that this tab came by had the key before its #, so it has been sent to the server. */
export function noteSentKey({ key }: Partial<SeatLink>): void {
  inTab.set(sent(key), 'yes');
}

export function wasKeySent({ key }: Pick<SeatLink, 'key'>): boolean {
  return inTab.get(sent(key)) !== null;
}

/** What brings this tab back to the seat it had by this invitation, also after the page was loaded anew. */
export function keptSeat(token: string): string | null {
  return inTab.get(key(token));
}

export function keepSeat(token: string, resume: string): void {
  inTab.set(key(token), resume);
}

export function forgetSeat(token: string): void {
  inTab.remove(key(token));
}

/** The name that somebody has typed in this tab to come by this invitation, for when the page is loaded anew. */
export function keptName(token: string): string | null {
  return inTab.get(typed(token));
}

export function keepName(token: string, name: string): void {
  inTab.set(typed(token), name);
}
