import type { Reason } from '../protocol';
import { inTab } from './storage';

const FIRST_AGAIN_MS = 1000;
const LAST_AGAIN_MS = 8000;

/**
 * The person's own hand on the switch of their microphone (M1). It closes at once, whatever the line does, and the
 * server is asked until it has closed it, also after a reload. Nothing here ever asks to open.
 */
export class OwnHand {
  #closed = $state(false);
  /** What the server was asked last on this line, and has not answered. */
  #pending: { id: number; open: boolean } | null = null;
  #again: ReturnType<typeof setTimeout> | undefined;
  readonly #key: string;

  /** `askToClose` asks the server, and gives back the `id` under which it did. */
  constructor(
    token: string,
    private readonly askToClose: () => number,
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

  /** The server is asked to open, under this `id`. What was closed here stays so until it has answered. */
  opens(id: number): void {
    this.#stop();
    this.#pending = { id, open: true };
  }

  /** The server has shown the switch: as it was before, as long as something is asked and not answered. */
  shown(open: boolean): void {
    if (this.#pending || !this.#closed) return;
    if (open) this.#ask(FIRST_AGAIN_MS);
    else this.#settle();
  }

  /** The server has done what it was asked under this `id`. */
  done(id: number): void {
    if (this.#pending?.id === id) this.#settle();
  }

  /** It has refused. It goes on being asked to close, unless that is so already. */
  refused(id: number, reason: Reason): void {
    if (this.#pending?.open || reason === 'already') this.done(id);
  }

  /** Nothing is asked while the line is away. An opening that was not answered is undone, wherever it has got to. */
  lost(): void {
    if (this.#pending?.open) this.#set(true);
    this.#stop();
  }

  /** The server shows what this hand has done last. */
  #settle(): void {
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
    this.#pending = { id: this.askToClose(), open: false };
  }

  #stop(): void {
    clearTimeout(this.#again);
    this.#pending = null;
  }
}
