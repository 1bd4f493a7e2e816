import { CLOSE, type View, type Waiting } from '../protocol';

/**
 * How the sound is. It stands or falls by itself, whatever the line does. `blocked`: so many tries have failed that
 * something is in its way; `impossible`: this browser can have none; `moving`: it goes with the circle to another server.
 */
export type SoundState = 'connecting' | 'stands' | 'blocked' | 'impossible' | 'moving';

const BLOCKED_AFTER_TRIES = 3;

/** What goes on behind what is drawn. `calm`: for a moment all stays drawn as it was, for most losses are over by then. */
interface Behind {
  sound: SoundState;
  calm: boolean;
}

export interface Joining extends Behind {
  at: 'joining';
}
export interface AtTheDoor {
  at: 'door';
  waiting: Waiting;
}
export interface Seated extends Behind {
  at: 'seated';
  view: View;
}
/** The line is lost and tried again. `shown` is what is still drawn of before, `code` why the line was lost. */
export interface Away extends Behind {
  at: 'away';
  shown: View | Waiting | null;
  code: number;
}
/** Over for good, by the server's close code. `led`: they have facilitated a meeting that had begun. */
export interface Closed {
  at: 'closed';
  code: number;
  led: boolean;
}

/** Where a visitor is: in exactly one of these. */
export type Visit = Joining | AtTheDoor | Seated | Away | Closed;

export type Happening =
  | { type: 'offered' }
  | { type: 'waiting'; waiting: Waiting }
  | { type: 'viewed'; view: View }
  | { type: 'sound_is'; sound: 'stands' | 'impossible' }
  | { type: 'sound_lost'; tries: number }
  | { type: 'line_lost'; code: number }
  | { type: 'calm_over' }
  | { type: 'closed'; code: number };

/** How the line is shown. */
export type LineSign =
  'joining' | 'connected' | 'reconnecting' | 'back' | 'blocked' | 'impossible' | 'moving';

type Open = Exclude<Visit, Closed>;
type Step<T extends Happening['type']> = (
  visit: Open,
  happened: Extract<Happening, { type: T }>,
) => Visit;

/** What leads where: one row for each thing that can happen. Nothing leads out of `closed`. */
const steps: { [T in Happening['type']]: Step<T> } = {
  offered: (visit) => (visit.at === 'door' ? JOINING : withoutDoor(visit)),
  waiting: (_, { waiting }) => ({ at: 'door', waiting }),
  viewed: (visit, { view }) => {
    const { sound, calm } = behind(visit);
    return { at: 'seated', view, sound, calm: calm && sound !== 'stands' };
  },
  sound_is: (visit, { sound }) => (visit.at === 'door' ? visit : { ...visit, sound, calm: false }),
  sound_lost: (visit, { tries }) => {
    if (visit.at === 'door') return visit;
    if (tries >= BLOCKED_AFTER_TRIES) return { ...visit, sound: 'blocked' };
    return visit.sound === 'stands' ? { ...visit, sound: 'connecting' } : visit;
  },
  line_lost: (visit, { code }) => {
    const { sound, calm } = behind(visit);
    const moves = code === CLOSE.MOVED;
    const stood = visit.at === 'door' ? moves : visit.at !== 'away' && sound === 'stands';
    const away: Away = {
      at: 'away',
      shown: shown(visit),
      code,
      sound: withoutLine(sound, moves),
      calm: calm || stood,
    };
    return moves ? away : withoutDoor(away);
  },
  calm_over: (visit) => (visit.at === 'door' ? visit : withoutDoor({ ...visit, calm: false })),
  closed: (visit, { code }) => ({ at: 'closed', code, led: !!viewIn(visit)?.leading?.begun }),
};

/** Where everybody begins. */
export const JOINING: Joining = { at: 'joining', sound: 'connecting', calm: false };

export function after(visit: Visit, happened: Happening): Visit {
  if (visit.at === 'closed') return visit;
  return (steps[happened.type] as Step<typeof happened.type>)(visit, happened);
}

/** The newest view, also while the line is away. */
export function viewIn(visit: Visit): View | null {
  const what = shown(visit);
  return what?.type === 'view' ? what : null;
}

/** What is drawn of the door, if the visitor stands there. */
export function waitingIn(visit: Visit): Waiting | null {
  const what = shown(visit);
  return what?.type === 'waiting' ? what : null;
}

export function soundStands(visit: Visit): boolean {
  return behind(visit).sound === 'stands';
}

/** Whether this browser can have no sound, also while the line is away or the circle moves. */
export function isSoundless(visit: Visit): boolean {
  return behind(visit).sound === 'impossible';
}

export function isCalm(visit: Visit): boolean {
  return behind(visit).calm;
}

/**
 * What is shown of the line. A loss that is over in a moment is not shown at all. Where the sound stands here, the server may
 * tell of a time in which this page did not run: then nothing is in its way.
 */
export function lineSign(visit: Visit): LineSign {
  const { sound, calm } = behind(visit);
  if (calm) return 'connected';
  if (sound === 'moving') return 'moving';
  if (visit.at === 'away') return sound === 'stands' ? 'reconnecting' : 'back';
  const there = viewIn(visit)?.you.sound;
  if (sound === 'impossible') return sound;
  if (sound === 'stands') return there === 'connected' ? 'connected' : 'joining';
  return sound === 'blocked' || there === 'no_sound' ? 'blocked' : 'joining';
}

function shown(visit: Visit): View | Waiting | null {
  if (visit.at === 'door') return visit.waiting;
  if (visit.at === 'seated') return visit.view;
  return visit.at === 'away' ? visit.shown : null;
}

function behind(visit: Visit): Behind {
  return visit.at === 'door' || visit.at === 'closed' ? JOINING : visit;
}

/** The sound once the line is lost. */
function withoutLine(sound: SoundState, moves: boolean): SoundState {
  if (sound === 'impossible') return sound;
  if (moves) return 'moving';
  return sound === 'stands' ? sound : 'connecting';
}

/** Where the line is lost, nothing is known of the door any more. */
function withoutDoor<V extends Visit>(visit: V): V {
  return visit.at === 'away' && visit.shown?.type === 'waiting' ? { ...visit, shown: null } : visit;
}
