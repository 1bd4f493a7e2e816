import { SvelteMap } from 'svelte/reactivity';
import {
  CLOSE,
  type Command,
  type Reason,
  type ToBrowser,
  type View,
  type Waiting,
} from '../protocol';
import { ServerClock } from './clock';
import { Ears } from './ears.svelte';
import { forgetSeat, keepSeat, keptSeat } from './invitation';
import { loudnessOf } from './loudness';
import { Pulse } from './pulse';
import { Line } from './socket';
import { Sound } from './sound';
import { closedByMe } from './told';

const NOTICE_STAYS_MS = 7000;
const CALM_FOR_MS = 700;
const RENEWS_AFTER_MS = 4000;
const LEAVES_WITHIN_MS = 30_000;

/** Something small that is said to this person alone, and goes by itself. */
export type Notice = Reason | 'line_lost';

/** How the line is shown. */
export type LineSign = 'joining' | 'connected' | 'reconnecting' | 'back' | 'moving';

/** How a person enters. Without a name, it is the kept seat of this tab they come back to. */
export interface Entrance {
  token: string;
  name: string | null;
  opensMicrophone: boolean;
}

/** The circle as this page has it: the newest view, the line it came by, and the sound. It decides nothing. */
export class Circle {
  #shown = $state.raw<View | null>(null);
  /** The person has closed their microphone, and the server has not shown it yet: nothing is sent (M1). */
  #muted = $state(false);
  /** At the door, before being let in or after being sent there. Then there is no view. */
  waiting = $state.raw<Waiting | null>(null);
  /** Whether the sound stands, whatever the line does meanwhile. */
  connected = $state(false);
  /** The code of the last loss, while the line is down and tried again. */
  lostBy = $state<number | null>(null);
  /** The server's close code, once it has closed for good. */
  closedBy = $state<number | null>(null);
  notice = $state<Notice | null>(null);
  readonly streams = new SvelteMap<number, MediaStream>();
  readonly clock = new ServerClock();
  readonly ears = new Ears();

  readonly #line: Line;
  #sound: Sound | null = null;
  #track: MediaStreamTrack | null = null;
  #pulse: Pulse | null = null;
  #moving = $state(false);
  #calm = $state(false);
  #calming: ReturnType<typeof setTimeout> | undefined;
  #renewals = 0;
  #renewing: ReturnType<typeof setTimeout> | undefined;
  #noticed: ReturnType<typeof setTimeout> | undefined;
  #asks = 0;
  #unanswered = false;
  #opensMicrophone: boolean;
  /** The `id` under which the server has been asked, on a connection that may have stalled; 0 if it has not. */
  #leaveAsked = 0;
  #leaving = false;

  constructor(private readonly entrance: Entrance) {
    this.#opensMicrophone = entrance.opensMicrophone;
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    this.#line = new Line(`${scheme}://${location.host}/ws`, {
      opened: () => this.#enter(),
      received: (message) => this.#receive(message),
      lost: (code) => this.#lost(code),
      closed: (code) => this.#closed(code),
    });
    this.#line.open();
  }

  /** The newest view. One's own microphone is shown closed as soon as it is. */
  get view(): View | null {
    return this.#muted && this.#shown ? closedByMe(this.#shown) : this.#shown;
  }

  /** What is shown of the line. A move that is over in a moment is not shown at all. */
  get sign(): LineSign {
    if (this.#calm) return 'connected';
    if (this.connected && this.lostBy !== null) return 'reconnecting';
    if (this.connected) return this.view?.you.sound === 'connected' ? 'connected' : 'joining';
    if (this.#moving) return 'moving';
    return this.lostBy === null ? 'joining' : 'back';
  }

  /**
   * Asks the server for something. Whether it is granted, the next view tells, or a notice. To close one's microphone
   * needs nobody's leave: here it is closed at once, and the server is told when it is reached.
   */
  ask(command: Command): void {
    const closes = command.type === 'close_microphone';
    if (closes) this.#muted = true;
    if (this.lostBy === null) {
      if (command.type === 'open_microphone') this.#muted = false;
      this.#unanswered = !closes;
      this.#send(command);
    } else if (!closes) this.#tell('line_lost');
  }

  leave(): void {
    if (!this.view) return this.#closed(CLOSE.GOODBYE);
    if (this.lostBy !== null) return this.#leaveWhenReached();
    this.#muted = true;
    this.ask({ type: 'leave' });
    this.#leaveAsked = this.#asks;
  }

  /** The network has changed: the line is replaced at once. Sound that stands finds its new way by itself. */
  networkChanged(): void {
    if (this.closedBy === null) this.#line.hurry();
  }

  /** From now on this is the track that is sent, as far as the server says that this person is heard. */
  speakBy(track: MediaStreamTrack | null): void {
    if (this.#track !== track) this.#sound?.use(track);
    this.#track = track;
  }

  /** Opens the switch if the person chose so before joining: once, and only where it may be opened now. */
  openAsChosen(): void {
    if (!this.#opensMicrophone || !this.view) return;
    this.#opensMicrophone = false;
    if (this.view.you.can.includes('open_microphone')) this.ask({ type: 'open_microphone' });
  }

  close(): void {
    this.#hangUp();
    this.#line.close();
    this.ears.close();
    clearTimeout(this.#noticed);
    clearTimeout(this.#calming);
  }

  /** The server could not let this person leave: everything is as before. */
  #stay(): void {
    this.#leaveAsked = 0;
    this.#muted = false;
  }

  /** The line is away: here it is over at once, and the server is told as soon as it is reached. */
  #leaveWhenReached(): void {
    this.#leaveAsked = 0;
    this.#leaving = true;
    this.#hangUp();
    this.closedBy = CLOSE.GOODBYE;
    clearTimeout(this.#calming);
    this.#calming = setTimeout(() => this.close(), LEAVES_WITHIN_MS);
  }

  #enter(): void {
    const { token, name } = this.entrance;
    const resume = keptSeat(token);
    const line = (resume && this.#sound?.line) ?? null;
    this.#line.send({ type: 'enter', token: resume ?? token, name: resume ? null : name, line });
  }

  #send(command: Command): void {
    this.#line.send({ type: 'ask', id: ++this.#asks, command });
  }

  #receive(message: ToBrowser): void {
    if (this.#leaving) {
      if (message.type === 'view') this.#send({ type: 'leave' });
      return;
    }
    this.#unanswered = false;
    switch (message.type) {
      case 'offer':
        this.#seated(message.resume);
        this.#connect(message.line, message.sdp);
        return;
      case 'kept':
        this.#seated(message.resume);
        this.#stands();
        if (!this.#sound) this.#renew(message.line);
        return;
      case 'waiting':
        this.#wait(message);
        return;
      case 'view':
        this.#see(message);
        return;
      case 'refusal':
        if (message.id === this.#leaveAsked) this.#stay();
        this.#tell(message.reason);
        return;
      case 'pong':
        this.#pulse?.answered();
        this.clock.learn(message.sent_ms, performance.now(), message.now_ms);
        return;
      default:
        message satisfies never;
    }
  }

  #see(view: View): void {
    this.#shown = view;
    if (!view.you.microphone_open) this.#muted = false;
    else if (this.#muted && this.lostBy !== null) this.#send({ type: 'close_microphone' });
    this.waiting = null;
    this.lostBy = null;
  }

  /** Outside the door nothing is seen, heard or said. */
  #wait(waiting: Waiting): void {
    this.#hangUp();
    this.streams.clear();
    this.#stands();
    this.#keepAsking();
    this.waiting = waiting;
    this.#shown = null;
    this.#muted = false;
    this.lostBy = null;
  }

  #seated(resume: string): void {
    keepSeat(this.entrance.token, resume);
    this.clock.doubt();
    this.waiting = null;
    this.#keepAsking();
  }

  #connect(line: string, offer: string): void {
    this.#endSound();
    this.#sound = new Sound(
      line,
      {
        answered: (sdp) => this.#line.send({ type: 'answer', sdp, line }),
        arrived: (seat, stream, receiver) => {
          this.streams.set(seat, stream);
          this.ears.listen(seat, loudnessOf(receiver));
        },
        connected: () => {
          this.connected = true;
          this.#renewals = 0;
          this.#stands();
        },
        lost: () => this.#soundLost(line),
      },
      this.#track,
    );
    void this.#sound.answer(offer);
  }

  /** Only the sound is renewed; where the line is away too, coming back does it. */
  #soundLost(line: string): void {
    this.#endSound();
    if (this.lostBy === null) this.#renew(line);
  }

  /** Asks for another offer: at once, and then no faster than a line on its last legs may hope for. */
  #renew(line: string): void {
    const ask = (): void => this.#line.send({ type: 'renew_sound', line });
    if (this.#renewals++ === 0) ask();
    else this.#renewing = setTimeout(ask, RENEWS_AFTER_MS);
  }

  #keepAsking(): void {
    this.#pulse?.close();
    this.#pulse = new Pulse(
      () => this.#line.send({ type: 'ping', sent_ms: performance.now() }),
      () => this.#line.renew(),
    );
  }

  #stands(): void {
    this.#line.steady();
    this.#moving = this.#calm = false;
    clearTimeout(this.#calming);
  }

  #lost(code: number): void {
    const stood = this.connected || this.waiting !== null;
    this.#moving = code === CLOSE.MOVED;
    this.#pulse?.close();
    if (this.#moving) this.#endSound();
    this.lostBy = code;
    if (this.#leaveAsked) return this.#leaveWhenReached();
    if (this.#unanswered) this.#tell('line_lost');
    this.#unanswered = false;
    if (!this.#moving) this.waiting = null;
    if (stood && !this.#calm && (this.#moving || this.connected)) this.#keepCalm();
  }

  /** For a moment everything stays as it is drawn: most of this is over before anybody need know. */
  #keepCalm(): void {
    this.#calm = true;
    this.#calming = setTimeout(() => {
      this.#calm = false;
      this.waiting = null;
    }, CALM_FOR_MS);
  }

  #closed(code: number): void {
    if (code !== CLOSE.REPLACED) forgetSeat(this.entrance.token);
    this.closedBy = code;
    this.close();
  }

  #hangUp(): void {
    this.#pulse?.close();
    this.#endSound();
  }

  #endSound(): void {
    clearTimeout(this.#renewing);
    this.#sound?.close();
    this.#sound = null;
    this.connected = false;
  }

  #tell(notice: Notice): void {
    clearTimeout(this.#noticed);
    this.notice = notice;
    this.#noticed = setTimeout(() => (this.notice = null), NOTICE_STAYS_MS);
  }
}
