import {
  CLOSE,
  type CheckOffer,
  type FromChecker,
  type Pong,
  type ToChecker,
} from '../../protocol';
import { inTime } from '../in-time';
import { PATIENCE_MS } from './patience';

/** Why the server gives nothing more: it checks as many lines as it may, or this network has checked too often. */
export type CheckRefusal = 'full' | 'busy';

/** What browsers tell where nobody has closed it (RFC 6455, section 7.1.5). */
const ABNORMAL = 1006;

const REFUSALS: Record<number, CheckRefusal> = { [CLOSE.FULL]: 'full', [CLOSE.BUSY]: 'busy' };

/** The socket of a check. Every question has one answer, and they are asked one after the other. */
export class CheckSocket {
  /** Why it was closed, if the server has said so. */
  refused: CheckRefusal | null = null;
  /** Whether the server, or the network, has closed it: all that was offered by it has ended then. */
  lost = false;
  /** Whether nothing comes by it any more, and the server has not said why. */
  cut = false;
  #waiting: ((message: ToChecker | null) => void) | null = null;

  private constructor(private readonly socket: WebSocket) {
    socket.onmessage = ({ data }: MessageEvent<string>) =>
      this.#settle(JSON.parse(data) as ToChecker);
    socket.onclose = ({ code }) => {
      this.refused = REFUSALS[code] ?? null;
      this.lost = true;
      this.cut = code === ABNORMAL;
      this.#settle(null);
    };
  }

  /** Null where nothing gets through, or the check is `left` before. */
  static async open(url: string, left: AbortSignal): Promise<CheckSocket | null> {
    const socket = new WebSocket(url);
    left.addEventListener('abort', () => socket.close());
    const opened = new Promise<boolean>((resolve) => {
      socket.onopen = () => resolve(true);
      socket.onclose = () => resolve(false);
    });
    if (await inTime(opened, PATIENCE_MS).catch(() => false)) return new CheckSocket(socket);
    socket.close();
    return null;
  }

  /** How long the server's answer takes; null where none comes. */
  async roundTripMs(): Promise<number | null> {
    const sent_ms = performance.now();
    const pong = await this.#ask<Pong>({ type: 'ping', sent_ms });
    return pong && Math.max(1, Math.round(performance.now() - sent_ms));
  }

  /** An offer for one way more; null where the server gives none. */
  offer(): Promise<CheckOffer | null> {
    return this.#ask<CheckOffer>({ type: 'check_way' });
  }

  answer(line: string, sdp: string): void {
    this.#send({ type: 'answer', line, sdp });
  }

  close(): void {
    this.socket.onclose = null;
    this.#settle(null);
    this.socket.close();
  }

  #ask<A extends ToChecker>(message: FromChecker): Promise<A | null> {
    const answer = new Promise<ToChecker | null>((resolve) => (this.#waiting = resolve));
    if (!this.#send(message)) this.#settle(null);
    return inTime(answer as Promise<A | null>, PATIENCE_MS).catch(() => {
      this.cut = true;
      return null;
    });
  }

  #send(message: FromChecker): boolean {
    const open = this.socket.readyState === WebSocket.OPEN;
    if (open) this.socket.send(JSON.stringify(message));
    return open;
  }

  #settle(message: ToChecker | null): void {
    this.#waiting?.(message);
    this.#waiting = null;
  }
}
