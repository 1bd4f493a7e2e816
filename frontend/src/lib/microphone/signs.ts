import type { IconName } from '../icons';
import type { Saying } from './control';

/** How the control looks: `open` and `closed` are a person's own switch, `listening` is the circle's, `lacking` a fault. */
export type SwitchLook = 'open' | 'closed' | 'listening' | 'silenced' | 'lacking';

const OPEN = { look: 'open', icon: 'microphone' } as const;
const CLOSED = { look: 'closed', icon: 'closed' } as const;
const STARTING = { look: 'listening', icon: 'microphone' } as const;
const LISTENING = { look: 'listening', icon: 'ear' } as const;
const LACKING = { look: 'lacking', icon: 'closed' } as const;
const NO_SOUND = { look: 'lacking', icon: 'soundless' } as const;

export const SIGNS: Record<Saying, { look: SwitchLook; icon: IconName }> = {
  heard: OPEN,
  alone: OPEN,
  unheard: OPEN,
  heard_in_debrief: OPEN,
  opening: STARTING,
  closed: CLOSED,
  opens_with_floor: LISTENING,
  stays_closed: LISTENING,
  observing: LISTENING,
  outside: LISTENING,
  sitting_back: LISTENING,
  silenced: { look: 'silenced', icon: 'silenced' },
  waiting: STARTING,
  denied: LACKING,
  busy: LACKING,
  none: LACKING,
  insecure: LACKING,
  withheld: LACKING,
  ended: LACKING,
  switched_off: LACKING,
  silent: LACKING,
  unsent: LACKING,
  blocked: NO_SOUND,
  impossible: NO_SOUND,
  joining: LISTENING,
  reconnecting: LISTENING,
  back: LISTENING,
  moving: LISTENING,
  unconnected: LISTENING,
  away: LISTENING,
};
