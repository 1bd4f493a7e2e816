import { createContext } from 'svelte';
import type { GroupView, MeetingView } from '../../protocol';
import type { StandingGroup } from './group.svelte';

/** The group that the page shows, which every part of it has. */
export interface GroupContext {
  readonly group: StandingGroup;
  /** The newest view. */
  readonly view: GroupView;
  /** The meetings that stand where they are confirmed, for a facilitator. */
  readonly confirming: MeetingView[];
}
export const [getGroup, setGroup] = createContext<GroupContext>();
