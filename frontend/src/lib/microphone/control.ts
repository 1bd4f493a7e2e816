import type { You } from '../../protocol';
import { may } from '../may';
import type { LineSign } from '../visit';
import { isLacking, isTrouble, type MicrophoneState, type Trouble } from './state';

/** Everything that decides whether somebody is heard: the server's word, the line, the microphone, and what leaves. */
export interface Situation {
  you: Pick<You, 'role' | 'voice' | 'held_silent' | 'microphone_open' | 'can'>;
  line: LineSign;
  microphone: MicrophoneState['is'];
  /** Whether packets of sound are leaving this browser; null while that is being looked at. */
  sending: boolean | null;
  /** Among the leaders alone, after the meeting. */
  inDebrief: boolean;
  /** Nobody else is in the room, or nobody who is has sound. */
  unheard: 'alone' | 'unheard' | null;
}

/** What can be amiss with the microphone itself, in the lobby too. */
export type Fault = Trouble | 'waiting' | 'opening' | 'switched_off' | 'silent';

/** What the control says of oneself. Each has its words. */
export type Saying =
  | Exclude<LineSign, 'connected'>
  | Fault
  | 'observing'
  | 'outside'
  | 'sitting_back'
  | 'silenced'
  | 'opens_with_floor'
  | 'stays_closed'
  | 'closed'
  | 'unconnected'
  | 'away'
  | 'unsent'
  | 'alone'
  | 'unheard'
  | 'heard'
  | 'heard_in_debrief';

/** What is amiss with the microphone; nothing with one that gives sound, or was not asked for. */
export function fault(microphone: MicrophoneState['is']): Fault | null {
  if (microphone === 'open' || microphone === 'released') return null;
  if (microphone === 'asking') return 'opening';
  return microphone === 'muted' ? 'switched_off' : microphone;
}

/** What is so, the first thing first. "The circle hears you" stands last: only where nothing speaks against it. */
export function saying({ you, line, microphone, sending, inDebrief, unheard }: Situation): Saying {
  if (line !== 'connected') return line;
  if (you.role === 'observer') return 'observing';
  if (you.voice === 'listening') return 'outside';
  if (you.voice === 'silenced') return 'silenced';
  if (you.held_silent) return 'sitting_back';
  if (isTrouble(microphone) || microphone === 'waiting') return microphone;
  if (you.voice === 'closed_by_phase')
    return you.microphone_open ? 'opens_with_floor' : 'stays_closed';
  if (you.voice === 'away' || you.voice === 'unconnected') return you.voice;
  if (microphone === 'asking' || microphone === 'released') return 'opening';
  if (you.voice === 'closed_by_person') return 'closed';
  const amiss = fault(microphone);
  if (amiss) return amiss;
  if (sending === null) return 'opening';
  if (!sending) return 'unsent';
  if (unheard) return unheard;
  return inDebrief ? 'heard_in_debrief' : 'heard';
}

/** What pressing the control does. `retry` asks the browser again; `replace` asks for another microphone. */
export type Action = 'open' | 'close' | 'open_later' | 'close_later' | 'retry' | 'replace';

/** Where one's microphone is no matter, or nothing of it can be sent. */
const UNHELPED: ReadonlySet<Saying> = new Set([
  'observing',
  'outside',
  'sitting_back',
  'impossible',
]);

/** What the control offers to do. Nothing where it is not this person's to decide, or cannot be helped from here. */
export function action(situation: Situation): Action | null {
  const { you, microphone } = situation;
  const says = saying(situation);
  if (UNHELPED.has(says)) return null;
  if (says === 'ended') return 'replace';
  if (isTrouble(says)) return isLacking(says) ? null : 'retry';
  if (may(you, 'close_microphone')) return says === 'opens_with_floor' ? 'close_later' : 'close';
  if (!may(you, 'open_microphone') || microphone === 'waiting') return null;
  return says === 'stays_closed' ? 'open_later' : 'open';
}
