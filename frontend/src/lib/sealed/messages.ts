import type { Bytes } from './bytes';

/** What the page says to the worker that seals. */
export type ToWorker = { type: 'begin'; secret: Bytes } | { type: 'count'; transform: number };

/**
 * What the worker answers. `ready`: this transform runs and has its key; `count`: so many frames have gone through it, and
 * none has left in another way.
 */
export type FromWorker =
  | { type: 'begun' }
  | { type: 'ready'; transform: number }
  | { type: 'count'; transform: number; frames: number };

/** What goes to the worker with a transform: its number, and the seat whose voice it is. */
export interface TransformOptions {
  transform: number;
  does: 'seal' | 'open';
  seat: number;
}
