import { COMES_BACK, type FromBrowser, type ToBrowser } from '../protocol';

/** What the line tells its owner. Nothing is told of a connection that has been replaced by a newer one. */
export interface Listener {
  /** A fresh connection stands; the first message is due. */
  opened(): void;
  received(message: ToBrowser): void;
  /** The connection is gone and the line is trying again. `code` is the server's, where it gave a reason. */
  lost(code: number): void;
  /** The server has closed for good; the line does not try again. */
  closed(code: number): void;
}

/** How long to wait before a further attempt, in milliseconds: doubling, bounded, and spread by chance. */
export function backoffMs(attempt: number, random: number): number {
  return Math.min(8000, 250 * 2 ** attempt) * (0.5 + random / 2);
}

/** Whether the page comes back by itself after this close code. Those below 4000 are not the server's word. */
export function comesBack(code: number): boolean {
  return code < 4000 || (COMES_BACK as readonly number[]).includes(code);
}

const OPENS_WITHIN_MS = 8000;

/** One line to the server over many sockets. Each socket is a generation; late events of an older one are ignored. */
export class Line {
  #socket: WebSocket | null = null;
  #generation = 0;
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly url: string,
    private readonly listener: Listener,
    private readonly random: () => number = Math.random,
  ) {}

  open(): void {
    const generation = ++this.#generation;
    const mine = (): boolean => generation === this.#generation;
    const socket = new WebSocket(this.url);
    this.#socket = socket;
    this.#wait(OPENS_WITHIN_MS, () => this.renew());
    socket.onopen = () => {
      if (!mine()) return;
      clearTimeout(this.#timer);
      this.listener.opened();
    };
    socket.onmessage = (event: MessageEvent<string>) => {
      if (mine()) this.listener.received(JSON.parse(event.data) as ToBrowser);
    };
    socket.onclose = (event) => {
      if (!mine()) return;
      this.#drop();
      if (comesBack(event.code)) this.#later(event.code);
      else this.listener.closed(event.code);
    };
  }

  /** The connection has proved itself: the next loss starts with the shortest wait again. */
  steady(): void {
    this.#attempt = 0;
  }

  /** Gives the present connection up and tries a new one. */
  renew(): void {
    this.#drop();
    this.#later(1006);
  }

  /** Tries at once instead of waiting on. */
  hurry(): void {
    this.#attempt = 0;
    this.renew();
  }

  send(message: FromBrowser): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  close(): void {
    this.#drop();
  }

  #later(code: number): void {
    const wait = backoffMs(this.#attempt++, this.random());
    this.#wait(wait, () => this.open());
    this.listener.lost(code);
  }

  #drop(): void {
    this.#generation++;
    clearTimeout(this.#timer);
    this.#socket?.close();
    this.#socket = null;
  }

  #wait(ms: number, then: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, ms);
  }
}
