import { tokenIn } from './invitation';

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
  | { at: 'seat'; token: string };

/** What the page keeps with an entry of the tab's history. `running`: a meeting runs in it, which is not left unasked. */
export interface Entry {
  token?: string;
  circle?: number;
  running?: boolean;
}

/** The addresses that say where the page is, and hold no key. */
export const SEAT = '#seat';
export const LINKS = '#links';
/** The page of the line check, which is told to whoever keeps a network. */
export const CHECK = '/check';

/** Where an address leads. `kept` is the invitation that was last used in this tab. */
export function placeOf(
  { hash, pathname }: { hash: string; pathname: string },
  entry: Entry | null,
  kept: string | null,
): Place {
  if (pathname === CHECK) return { at: 'check' };
  const token = tokenIn(hash) ?? tokenIn(pathname);
  if (token !== null) return { at: 'seat', token };
  if (hash === SEAT) return seatOrNone(entry?.token ?? kept);
  if (hash === LINKS && entry?.circle !== undefined) return { at: 'links', circle: entry.circle };
  const isFront = pathname === '/' && (hash === '' || hash === LINKS);
  return { at: isFront ? 'front' : 'cut' };
}

function seatOrNone(token: string | null): Place {
  return token === null ? { at: 'bookmark' } : { at: 'seat', token };
}
