import type { Reason } from '../protocol';
import { inTab } from './storage';

const FIRST_AGAIN_MS = 1000;
const LAST_AGAIN_MS = 8000;

/**
 * The person's own hand on the switch of their microphone (M1). It closes at once, whatever the line does, and the
 * server is asked until it shows the switch closed, also after a reload. Nothing here ever asks to open.
 */
export class Hand {
  #closed = $state(false);
  /** The server has been asked to open, and has not shown it. */
  #opening = false;
  #again: ReturnType<typeof setTimeout> | undefined;
  readonly #key: string;

  constructor(
    token: string,
    private readonly askToClose: () => void,
  ) {
    this.#key = `closed by hand at ${token}`;
    this.#closed = inTab.get(this.#key) !== null;
  }

  /** Closed here, whatever the server shows: nothing is sent. */
  get closed(): boolean {
    return this.#closed;
  }

  close(): void {
    this.#set(true);
    this.#ask(FIRST_AGAIN_MS);
  }

  opens(): void {
    this.#set(false);
    this.#stop();
    this.#opening = true;
  }

  /** The server has shown the switch. A closed one may be from before it opens. */
  shown(open: boolean): void {
    if (open) {
      this.#opening = false;
      if (this.#closed && this.#again === undefined) this.#ask(FIRST_AGAIN_MS);
    } else if (this.#closed && !this.#opening) this.#hasClosed();
  }

  notOpened(): void {
    this.#opening = false;
  }

  /** The server has not closed it: it goes on being asked, unless it is closed already. */
  notClosed(reason: Reason): void {
    if (reason === 'already' && this.#closed) this.#hasClosed();
  }

  /** Nothing is asked while the line is away. An opening that was not shown yet is undone, wherever it has got to. */
  lost(): void {
    if (this.#opening) this.#set(true);
    this.#opening = false;
    this.#stop();
  }

  #hasClosed(): void {
    this.#opening = false;
    this.#set(false);
    this.#stop();
  }

  #set(closed: boolean): void {
    this.#closed = closed;
    if (closed) inTab.set(this.#key, 'yes');
    else inTab.remove(this.#key);
  }

  #ask(againMs: number): void {
    this.#stop();
    this.#again = setTimeout(() => this.#ask(Math.min(2 * againMs, LAST_AGAIN_MS)), againMs);
    this.askToClose();
  }

  #stop(): void {
    clearTimeout(this.#again);
    this.#again = undefined;
  }
}
