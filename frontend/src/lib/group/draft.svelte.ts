import { untrack } from 'svelte';
import { followed, same } from './followed';
import type { StandingGroup } from './group.svelte';

/**
 * What somebody types over what is kept of the group. What they have not touched follows what others change, what they
 * have stays; and `since` is the version they began at, null for the newest one, so that the server sees what they missed.
 */
export class Draft<T extends object> {
  typed: T = $state()!;
  since: number | null = null;

  /** Within a component: `kept` is what the newest view has. */
  constructor(group: StandingGroup, kept: () => T) {
    let was = untrack(kept);
    let version = untrack(() => group.version);
    this.typed = structuredClone(was);
    $effect.pre(() => {
      const is = kept();
      const newest = group.version;
      untrack(() => {
        if (!same(is, was)) this.typed = followed(this.now, was, is);
        this.since = same(this.now, is) ? null : (this.since ?? version);
      });
      [was, version] = [is, newest];
    });
  }

  /** What is typed now, as it can be sent. */
  get now(): T {
    return JSON.parse(JSON.stringify(this.typed)) as T;
  }

  /** What others have changed meanwhile is known now. */
  seen(): void {
    this.since = null;
  }
}
