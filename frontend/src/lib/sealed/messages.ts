import type { Box, Introduced } from '../../protocol';
import type { Bytes } from './bytes';

/**
 * What the page says to the worker that seals. `seated`: this page has this seat, and is to introduce itself; `here`: who has
 * introduced themselves, who of them hears this page, and in which room.
 */
export type ToWorker =
  | { type: 'begin'; secret: Bytes }
  | { type: 'count'; transform: number }
  | { type: 'seated'; seat: number }
  | { type: 'here'; introduced: Introduced[]; hearers: number[]; room: string }
  | { type: 'handed'; box: Box };

/** What the worker wants the server to be told. */
export type ForServer =
  { type: 'introduce'; key: string; proof: string } | { type: 'hand'; boxes: Box[] };

/** What it says of its keys. `shown`: the server has shown this page's introduction, so the links' key seals no more. */
export type OfKeys = ForServer | { type: 'shown' };

/**
 * What the worker answers. `ready`: this transform runs and has its key; `count`: so many frames have gone through it, and
 * none has left in another way; `unopened`: the seats whose voices cannot be opened here, all of them at each change.
 */
export type FromWorker =
  | { type: 'begun' }
  | { type: 'ready'; transform: number }
  | { type: 'count'; transform: number; frames: number }
  | { type: 'unopened'; seats: number[] }
  | OfKeys;

/** What goes to the worker with a transform: its number, and the seat whose voice it is. */
export interface TransformOptions {
  transform: number;
  does: 'seal' | 'open';
  seat: number;
}
