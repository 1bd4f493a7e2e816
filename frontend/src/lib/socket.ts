import { CLOSE, COMES_BACK, FINAL_BY_RFC, type FromBrowser, type ToBrowser } from '../protocol';
import { backoffMs } from './backoff';

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

/** How long an attempt may take: little at first, for its server may be frozen; more each time, for the line may be slow. */
export function opensWithinMs(attempt: number): number {
  return Math.min(8000, 3000 + 1000 * attempt);
}

/** Whether the page comes back by itself after this close code. Those below 4000 are RFC 6455's, not the server's word. */
export function comesBack(code: number): boolean {
  if (code < 4000) return !(FINAL_BY_RFC as readonly number[]).includes(code);
  return (COMES_BACK as readonly number[]).includes(code);
}

const SPEAKS_WITHIN_MS = 8000;
const MOVES_WITHIN_MS = 50;

/** What is null goes unsaid: a server of the release before may not know the field. */
function written(message: FromBrowser): string {
  return JSON.stringify(message, (_, value: unknown) => value ?? undefined);
}

/** One line to the server over many sockets. Each socket is a generation; late events of an older one are ignored. */
export class Line {
  #socket: WebSocket | null = null;
  #generation = 0;
  #attempt = 0;
  #answered = false;
  #moved = false;
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
    this.#answered = false;
    this.#wait(opensWithinMs(this.#attempt), () => this.renew());
    socket.onopen = () => {
      if (!mine()) return;
      this.#wait(SPEAKS_WITHIN_MS, () => this.renew());
      this.listener.opened();
    };
    socket.onmessage = (event: MessageEvent<string>) => {
      if (!mine()) return;
      clearTimeout(this.#timer);
      this.#answered = true;
      this.listener.received(JSON.parse(event.data) as ToBrowser);
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
    this.#moved = false;
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

  /** Says it if the connection stands. Until the server has spoken anything but entering is out of turn, and unsaid. */
  send(message: FromBrowser): void {
    if (message.type !== 'enter' && !this.#answered) return;
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(written(message));
  }

  close(): void {
    this.#drop();
  }

  #later(code: number): void {
    this.#wait(this.#pauseMs(code), () => this.open());
    this.listener.lost(code);
  }

  /** A move is followed at once, but not twice: two servers that point at each other must not make a storm. */
  #pauseMs(code: number): number {
    if (code !== CLOSE.MOVED || this.#moved) return backoffMs(this.#attempt++, this.random());
    this.#moved = true;
    return MOVES_WITHIN_MS * this.random();
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
