import type { Box, FromBrowser, Introduced, View } from '../protocol';
import type { ForServer } from './sealed/messages';
import type { Seal } from './sealed/seal';
import { mySeat } from './told';

const HEARS = ['here', 'coming_back'];

/** The line as far as keys are exchanged over it. */
type Send = (message: Extract<FromBrowser, ForServer>) => void;

/**
 * Carries between the worker of a sealed circle and the server what pages say to one another about their keys, and tells the
 * worker who hears this page: whoever does so no more must not have the key that it seals with next.
 */
export class Introductions {
  #introduced: Introduced[] = [];
  #view: View | null = null;
  #told = '';

  constructor(
    private readonly seal: Pick<Seal, 'say' | 'hear'>,
    send: Send,
  ) {
    seal.hear(send);
  }

  /** This page has its seat, on a line that is new: it introduces itself again. */
  seated(seat: number): void {
    this.#told = '';
    this.seal.say({ type: 'seated', seat });
  }

  introduced(here: Introduced[]): void {
    this.#introduced = here;
    this.#tell();
  }

  handed(box: Box): void {
    this.seal.say({ type: 'handed', box });
  }

  viewed(view: View): void {
    this.#view = view;
    this.#tell();
  }

  close(): void {
    this.seal.hear(null);
  }

  #tell(): void {
    if (!this.#view) return;
    const here = { introduced: this.#introduced, ...whoHears(this.#view) };
    const told = JSON.stringify(here);
    if (told === this.#told) return;
    this.#told = told;
    this.seal.say({ type: 'here', ...here });
  }
}

/** The seats that hear this page, if it is heard: those who are there, or on their way back, in the same room. */
export function whoHears(view: View): { hearers: number[]; room: string } {
  const apart = mySeat(view)?.in_debrief ?? false;
  const hearers = view.seats
    .filter(({ presence, in_debrief }) => HEARS.includes(presence) && in_debrief === apart)
    .map(({ number }) => number);
  return { hearers, room: apart ? 'debrief' : 'circle' };
}
