import type { Enter } from '../protocol';
import { keptSeat } from './invitation';

/** How a person enters. Without a name, it is the kept seat of this tab they come back to. */
export interface Entrance {
  token: string;
  name: string | null;
}

/** The first words on a connection. `line` is the newest this page was given: only at a kept seat there is any. */
export function enterBy({ token, name }: Entrance, line: string | null): Enter {
  const resume = keptSeat(token);
  if (resume === null) return { type: 'enter', token, name, line: null };
  return { type: 'enter', token: resume, name: null, line };
}

/** Where the server speaks with pages. */
export function socketUrl(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws`;
}
