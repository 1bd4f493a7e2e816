import { groupLinkIn } from './group/link';
import { linkIn, type SeatLink } from './invitation';

/**
 * Where the page's address leads. `cut`: something stands after its # that is no invitation. `bookmark`: it is the address
 * of a seat without its invitation, from which it has been taken out.
 */
export type Place =
  | { at: 'front' }
  | { at: 'check' }
  | { at: 'cut' }
  | { at: 'bookmark' }
  | { at: 'links'; circle: number }
  | { at: 'new_group' }
  | ({ at: 'group' } & SeatLink)
  | ({ at: 'seat' } & SeatLink);

/** A link, as an entry keeps it. `sent`: the server has had its key; where storage is denied, nothing else knows it anew. */
export interface KeptLink extends SeatLink {
  sent?: boolean;
}

/**
 * What the page keeps with an entry of the tab's history. `meeting`: what that of the `group` is called. `running`: a meeting
 * runs in it, which is not left unasked.
 */
export interface Entry extends Partial<KeptLink> {
  name?: string;
  group?: KeptLink;
  meeting?: string;
  circle?: number;
  running?: boolean;
}

/** The addresses that say where the page is, and hold no key. */
export const SEAT = '#seat';
export const LINKS = '#links';
export const GROUP_HOME = '#group';
export const NEW_GROUP = '#new-group';
/** The page of the line check, which is told to whoever keeps a network. */
export const CHECK = '/check';

/**
 * Where an address leads. `kept` is what stood after the # of the link last used in this tab, `keptGroup` the same of the
 * link of a group.
 */
export function placeOf(
  { hash, pathname }: { hash: string; pathname: string },
  entry: Entry | null,
  kept: string | null,
  keptGroup: string | null = null,
): Place {
  if (pathname === CHECK) return { at: 'check' };
  const group = groupLinkIn(hash) ?? groupLinkIn(pathname);
  if (group !== null) return { at: 'group', ...group };
  if (hash === GROUP_HOME) return groupOrNone(entry?.group ?? groupLinkIn(`#${keptGroup ?? ''}`));
  if (hash === NEW_GROUP) return { at: 'new_group' };
  const link = linkIn(hash) ?? linkIn(pathname);
  if (link !== null) return { at: 'seat', ...link };
  if (hash === SEAT) return seatOrNone(ofEntry(entry) ?? linkIn(`#${kept ?? ''}`));
  if (hash === LINKS && entry?.circle !== undefined) return { at: 'links', circle: entry.circle };
  const isFront = pathname === '/' && (hash === '' || hash === LINKS);
  return { at: isFront ? 'front' : 'cut' };
}

function ofEntry(entry: Entry | null): SeatLink | null {
  return entry?.token === undefined ? null : { token: entry.token, key: entry.key ?? null };
}

function seatOrNone(link: SeatLink | null): Place {
  return link === null ? { at: 'bookmark' } : { at: 'seat', ...link };
}

function groupOrNone(group: SeatLink | null): Place {
  return group === null ? { at: 'bookmark' } : { at: 'group', ...group };
}
