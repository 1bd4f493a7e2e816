import {
  CLOSE,
  type FromBrowser,
  type Kept,
  type Offer,
  type Reason,
  type ToBrowser,
  type View,
  type Waiting,
} from '../protocol';
import { ServerClock } from './clock';
import { enterBy, type Entrance, socketUrl } from './entrance';
import { Heartbeat } from './heartbeat';
import { forgetSeat, keepSeat } from './invitation';
import { Introductions } from './introductions';
import { Media } from './media.svelte';
import type { Seal } from './sealed/seal';
import { ReconnectingSocket } from './socket';
import { after, type Happening, isCalm, JOINING, type Visit } from './visit';

const CALM_FOR_MS = 700;

/** What the connection tells whoever speaks by it. Where that puts the visitor stands in `visit` by then. */
export interface ConnectionListener {
  /** `returned`: it is the first view after a lost line. */
  viewed(view: View, returned: boolean): void;
  toDoor(): void;
  /** What was asked under this `id` is granted, and the newest view shows it. */
  done(id: number): void;
  refused(id: number, reason: Reason): void;
  /** This person's voice could not be sealed, so it is not sent; the seal begins anew. */
  unsealed(): void;
  /** The line is lost. Whether the person is told so at once; else a loss that is over in a moment is not shown. */
  lost(): boolean;
}

/** Being there: the line and its retries, the sound, the server's time, and where that puts the visitor. */
export class Connection {
  /** Where the visitor is. */
  visit = $state.raw<Visit>(JOINING);
  /** The name of the newest line of sound that the server has given this page. */
  given: string | null = null;
  readonly clock = new ServerClock();
  readonly media: Media;
  readonly #socket: ReconnectingSocket;
  readonly #heartbeat: Heartbeat;
  readonly #introductions: Introductions | null;
  #calming: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly entrance: Entrance,
    private readonly listener: ConnectionListener,
    seal: Seal | null = null,
  ) {
    this.#socket = new ReconnectingSocket(socketUrl(), {
      opened: () => this.#socket.send(enterBy(entrance, this.given)),
      received: (message) => this.#receive(message),
      lost: (code) => this.#lost(code),
      closed: (code) => this.end(code),
    });
    this.media = new Media(
      {
        send: (message) => this.#socket.send(message),
        stands: () => this.#soundIs('stands'),
        impossible: () => this.#soundIs('impossible'),
        asks: () => this.#heartbeat.ask(),
        answers: () => this.#heartbeat.answers,
        quiet: () => this.#heartbeat.probe(),
        unsealed: () => listener.unsealed(),
        lost: (line, tries) => this.#soundLost(line, tries),
      },
      seal,
    );
    this.#introductions = seal && new Introductions(seal, (message) => this.#socket.send(message));
    this.#heartbeat = new Heartbeat(this.clock, {
      send: (ping) => this.#socket.send(ping),
      late: () => this.#socket.hedge(),
      silent: () => this.#socket.hurry(),
    });
    this.#socket.open();
  }

  send(message: FromBrowser): void {
    this.#socket.send(message);
  }

  /** The network has changed: a line that stands is asked whether it still does, and one that is away is tried at once. */
  networkChanged(): void {
    if (this.visit.at === 'closed') return;
    this.media.doubt();
    if (!this.#heartbeat.probe()) this.#socket.hurry();
  }

  /** It is over for good. The seat is kept for whoever can take it back, or has to tell the server that it is left. */
  end(code: number, keepsSeat = code === CLOSE.REPLACED): void {
    if (!keepsSeat) forgetSeat(this.entrance.token);
    this.#happens({ type: 'closed', code });
    this.close();
  }

  close(): void {
    this.#heartbeat.stop();
    this.#socket.close();
    this.media.close();
    this.#introductions?.close();
  }

  #receive(message: ToBrowser): void {
    switch (message.type) {
      case 'offer':
        this.#seated(message);
        return this.media.connect(message);
      case 'kept':
        this.#seated(message);
        this.#socket.steady();
        if (!this.media.sounds) this.media.renew(message.line);
        return;
      case 'waiting':
        return this.#wait(message);
      case 'view':
        return this.#see(message);
      case 'done':
        return this.listener.done(message.id);
      case 'refusal':
        return this.listener.refused(message.id, message.reason);
      case 'pong':
        this.media.late = message.late ?? []; // a server of an earlier release does not say
        return this.#heartbeat.heard(message);
      case 'hello':
        return; // the answer to a question that this page does not ask: it comes with its server
      case 'keys':
        return this.#introductions?.introduced(message.here);
      case 'handed':
        return this.#introductions?.handed({ seat: message.seat, box: message.box });
      default:
        message satisfies never;
    }
  }

  #see(view: View): void {
    const returned = this.visit.at === 'away';
    this.#happens({ type: 'viewed', view });
    this.#introductions?.viewed(view);
    this.listener.viewed(view, returned);
  }

  /** Outside the door nothing is seen, heard or said. */
  #wait(waiting: Waiting): void {
    this.media.hangUp();
    this.#socket.steady();
    this.#heartbeat.start();
    this.#happens({ type: 'waiting', waiting });
    this.listener.toDoor();
  }

  #seated({ seat, resume, line }: Offer | Kept): void {
    this.given = line;
    this.#introductions?.seated(seat);
    keepSeat(this.entrance.token, resume);
    this.#heartbeat.start();
    this.#happens({ type: 'offered' });
  }

  /** No other offer is needed. */
  #soundIs(sound: 'stands' | 'impossible'): void {
    this.#socket.steady();
    this.#happens({ type: 'sound_is', sound });
  }

  /** Only the sound is renewed; where the line is away too, coming back does it. */
  #soundLost(line: string, tries: number): void {
    this.#happens({ type: 'sound_lost', tries });
    if (this.visit.at !== 'away') this.media.renew(line);
  }

  #lost(code: number): void {
    this.#heartbeat.stop();
    this.#introductions?.lost();
    if (code === CLOSE.MOVED) this.media.end();
    this.#happens({ type: 'line_lost', code });
    if (this.listener.lost()) this.#happens({ type: 'calm_over' });
  }

  /** What is kept calm is so for a moment only. */
  #happens(happened: Happening): void {
    const wasCalm = isCalm(this.visit);
    this.visit = after(this.visit, happened);
    if (isCalm(this.visit) === wasCalm) return;
    clearTimeout(this.#calming);
    if (!wasCalm)
      this.#calming = setTimeout(() => this.#happens({ type: 'calm_over' }), CALM_FOR_MS);
  }
}
