import { inBrowser } from '../storage';
import type { SeatLink } from '../invitation';

/**
 * A group that its person has let this browser remember, with their own link. `lock` tells whose key it is, `sent` that it has been
 * sent to the server on its way, `whose` which person of which group they are: a link can be renewed, this stays.
 */
export interface RememberedGroup extends SeatLink {
  name: string;
  lock: string | null;
  sent?: boolean;
  whose?: string | null;
}

const KEY = 'groups';

/** The groups that this browser remembers. */
export function rememberedGroups(): RememberedGroup[] {
  return inBrowser.list(KEY).filter(isOne);
}

function isOne(one: unknown): one is RememberedGroup {
  const { name, token } = (one ?? {}) as Partial<RememberedGroup>;
  return typeof name === 'string' && typeof token === 'string';
}

export function isRemembered(token: string): boolean {
  return rememberedGroups().some((group) => group.token === token);
}

/** In place of what was remembered of the same person. Whether it outlives this page. */
export function rememberGroup(group: RememberedGroup): boolean {
  const others = rememberedGroups().filter(
    ({ token, whose }) => token !== group.token && !(whose && whose === group.whose),
  );
  return inBrowser.keep(KEY, [...others, group]);
}

/** Changes what is remembered of the group with this token, where anything is. */
export function changeRemembered(token: string, change: Partial<RememberedGroup>): void {
  const group = rememberedGroups().find((each) => each.token === token);
  if (!group) return;
  forgetGroup(token);
  rememberGroup({ ...group, ...change });
}

export function forgetGroup(token: string): void {
  inBrowser.keep(
    KEY,
    rememberedGroups().filter((group) => group.token !== token),
  );
}

/** The key of the first group that is meant, where this browser remembers one. */
export function rememberedKey(means: (group: RememberedGroup) => boolean): string | null {
  return rememberedGroups().find((group) => group.key && means(group))?.key ?? null;
}
