import { decoded, type SeatLink } from '../invitation';

const NOT_OF_A_LINK = /[^\x20-\x7e\n]/g;
const IN_A_LINK = /#[#/]*(g\.\.?[\w-]+\.[\w-]{26,}[a-z\d])(?:~([a-z\d]*))?/i;

/**
 * The link of a group in an address, or in a text with a link in it, whatever mail and messengers have made of it. Its token
 * begins with "g." and ends with a signature as that of a seat; its key, where there is one, is that of all circles of the
 * group. Null where there is no whole token.
 */
export function groupLinkIn(text: string): SeatLink | null {
  const found = IN_A_LINK.exec(decoded(text).replace(NOT_OF_A_LINK, ''));
  return found ? { token: found[1]!, key: found[2] ?? null } : null;
}
