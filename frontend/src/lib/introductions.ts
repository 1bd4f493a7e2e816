import type { Box, FromBrowser, Introduced, View } from '../protocol';
import type { ForServer } from './sealed/messages';
import type { Seal } from './sealed/seal';
import { isApart } from './told';

/** Once this page has been introduced for so long, on all lines together, a server that passes it on has shown it to everybody who is here. */
const SHOWN_WITHIN_MS = 10_000;

/** The line as far as keys are exchanged over it. */
type Send = (message: Extract<FromBrowser, ForServer>) => void;

/**
 * Carries between the worker of a sealed circle and the server what pages say to one another about their keys, and tells the
 * worker who hears this page: whoever does so no more must not have the key that it seals with next.
 *
 * Until the server shows this page's introduction it seals with the links' key. A server that keeps it back is told of. Whether
 * it has been shown the worker alone says, which seals by it.
 */
export class Introductions {
  #introduced: Introduced[] = [];
  #view: View | null = null;
  #told = '';
  #key = '';
  #isShown = false;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #patientMs = SHOWN_WITHIN_MS;
  #sinceMs = 0;

  constructor(
    private readonly seal: Pick<Seal, 'say' | 'hear' | 'withheld'>,
    send: Send,
  ) {
    seal.hear((message) => {
      if (message.type === 'shown') return this.#shown();
      if (message.type === 'introduce') this.#introduces(message.key);
      send(message);
    });
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
    this.lost();
  }

  /** Without a line the server keeps nothing back. On the next one the page goes on with what is left of its patience. */
  lost(): void {
    if (this.#patience === undefined) return;
    clearTimeout(this.#patience);
    this.#patience = undefined;
    this.#patientMs -= performance.now() - this.#sinceMs;
  }

  /** The same again over another line changes nothing: once it has been shown, the links' key is not used any more. */
  #introduces(key: string): void {
    this.lost();
    if (key !== this.#key) [this.#isShown, this.#patientMs] = [false, SHOWN_WITHIN_MS];
    this.#key = key;
    if (this.#isShown) return;
    this.#sinceMs = performance.now();
    this.#patience = setTimeout(() => this.seal.withheld(true), this.#patientMs);
  }

  #shown(): void {
    this.#isShown = true;
    this.lost();
    this.seal.withheld(false);
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

/** The seats that hear this page, if it is heard: those who are there, in the same room. */
export function whoHears(view: View): { hearers: number[]; room: string } {
  const apart = isApart(view);
  const hearers = view.seats
    .filter(({ presence, in_debrief }) => presence === 'here' && in_debrief === apart)
    .map(({ number }) => number);
  return { hearers, room: apart ? 'debrief' : 'circle' };
}
