import { CLOSE, type FromBrowser, type ToBrowser } from '../protocol';
import { backoffMs, opensWithinMs } from './backoff';
import { comesBack } from './closing';

/** What is told to whoever has the socket. Nothing is told of a connection that has been replaced by a newer one. */
export interface SocketListener {
  /** A fresh connection stands; the first message is due. */
  opened(): void;
  received(message: ToBrowser): void;
  /** The connection is gone, and another one is tried. `code` is the server's, where it gave a reason. */
  lost(code: number): void;
  /** The server has closed for good; no other one is tried. */
  closed(code: number): void;
}

const SPEAKS_WITHIN_MS = 8000;
const MOVES_WITHIN_MS = 50;

/** What is null goes unsaid: a server of the release before may not know the field. */
function written(message: FromBrowser): string {
  return JSON.stringify(message, (_, value: unknown) => value ?? undefined);
}

/** To the page one socket, to the server one after the other. What one says that is not, or not any more, in use is ignored. */
export class ReconnectingSocket {
  #socket: WebSocket | null = null;
  /** Tried beside the one in use, of which there is reason to doubt. */
  #spare: WebSocket | null = null;
  #attempt = 0;
  #answered = false;
  #moved = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly url: string,
    private readonly listener: SocketListener,
    private readonly random: () => number = Math.random,
  ) {}

  open(): void {
    this.#use(this.#try());
  }

  /** The connection has proved itself: the next loss starts with the shortest wait again. */
  steady(): void {
    this.#attempt = 0;
    this.#moved = false;
  }

  /** Tries at once instead of waiting on; a connection that is being tried already is waited for. */
  hurry(): void {
    this.#attempt = 0;
    if (this.#spare) this.#takeSpare();
    else this.#renew();
  }

  /**
   * Tries another connection beside the present one, which may be gone. If that says anything first, nothing has happened;
   * if the other one opens first, it takes its place. Nobody enters by it before.
   */
  hedge(): void {
    if (this.#socket) this.#spare ??= this.#try();
  }

  /** Says it if the connection stands. Until the server has spoken anything but entering is out of turn, and unsaid. */
  send(message: FromBrowser): void {
    if (message.type !== 'enter' && !this.#answered) return;
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(written(message));
  }

  close(): void {
    this.#drop();
  }

  #try(): WebSocket {
    const socket = new WebSocket(this.url);
    socket.onopen = () => {
      if (socket === this.#spare) this.#takeSpare();
      if (socket !== this.#socket) return;
      this.#wait(SPEAKS_WITHIN_MS, () => this.#renew());
      this.listener.opened();
    };
    socket.onmessage = (event: MessageEvent<string>) => {
      if (socket !== this.#socket) return;
      clearTimeout(this.#timer);
      this.#dropSpare();
      this.#answered = true;
      this.listener.received(JSON.parse(event.data) as ToBrowser);
    };
    socket.onclose = ({ code }) => {
      if (socket === this.#spare) this.#spare = null;
      if (socket !== this.#socket) return;
      this.#drop();
      if (comesBack(code)) this.#later(code);
      else this.listener.closed(code);
    };
    return socket;
  }

  #use(socket: WebSocket): void {
    this.#socket = socket;
    this.#answered = false;
    this.#wait(opensWithinMs(this.#attempt), () => this.#renew());
  }

  #takeSpare(): void {
    const spare = this.#spare!;
    this.#spare = null;
    this.#drop();
    this.#use(spare);
    this.listener.lost(1006);
  }

  /** Gives the present connection up and tries a new one. */
  #renew(): void {
    this.#drop();
    this.#later(1006);
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
    clearTimeout(this.#timer);
    this.#dropSpare();
    this.#socket?.close();
    this.#socket = null;
  }

  #dropSpare(): void {
    this.#spare?.close();
    this.#spare = null;
  }

  #wait(ms: number, then: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, ms);
  }
}
