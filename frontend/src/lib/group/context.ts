import { createContext } from 'svelte';
import type { GroupView } from '../../protocol';
import type { StandingGroup } from './group.svelte';

/** The group that the page shows, which every part of it has. */
export interface GroupContext {
  readonly group: StandingGroup;
  /** The newest view. */
  readonly view: GroupView;
}
export const [getGroup, setGroup] = createContext<GroupContext>();
