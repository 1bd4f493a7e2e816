import { CLOSE, type Command, type Reason, type View } from '../protocol';
import { Connection } from './connection.svelte';
import type { Entrance } from './entrance';
import { sayGoodbye } from './goodbye';
import { may } from './may';
import type { Media } from './media';
import { Notices } from './notices.svelte';
import { closedByMe } from './told';
import { soundStands, viewIn, type Visit } from './visit';

/** The circle as this person has it: what they see, and what they ask. It decides nothing. */
export class Circle {
  readonly notices = new Notices();
  readonly #connection: Connection;
  /** The person has closed their microphone, and the server has not shown it yet: nothing is sent (M1). */
  #muted = $state(false);
  #asks = 0;
  #unanswered = false;
  #opensMicrophone: boolean;
  /** The `id` under which the server has been asked, on a connection that may have stalled; 0 if it has not. */
  #leaveAsked = 0;
  #giveUpGoodbye: (() => void) | null = null;

  constructor(
    private readonly entrance: Entrance,
    opensMicrophone = false,
  ) {
    this.#opensMicrophone = opensMicrophone;
    this.#connection = new Connection(entrance, {
      heard: () => (this.#unanswered = false),
      viewed: (view, returned) => this.#see(view, returned),
      toDoor: () => (this.#muted = false),
      refused: (id, reason) => this.#refused(id, reason),
      lost: () => this.#lost(),
    });
  }

  /** Where the visitor is. */
  get visit(): Visit {
    return this.#connection.visit;
  }

  get media(): Media {
    return this.#connection.media;
  }

  get clock(): Connection['clock'] {
    return this.#connection.clock;
  }

  /** The newest view. One's own microphone is shown closed as soon as it is. */
  get view(): View | null {
    const view = viewIn(this.visit);
    return this.#muted && view ? closedByMe(view) : view;
  }

  /** Whether the sound stands, whatever the line does meanwhile. */
  get sounds(): boolean {
    return soundStands(this.visit);
  }

  /**
   * Asks the server for something. Whether it is granted, the next view tells, or a notice. To close one's microphone
   * needs nobody's leave: here it is closed at once, and the server is told when it is reached.
   */
  ask(command: Command): void {
    const closes = command.type === 'close_microphone';
    if (closes) this.#muted = true;
    if (this.visit.at !== 'away') {
      if (command.type === 'open_microphone') this.#muted = false;
      this.#unanswered = !closes;
      this.#send(command);
    } else if (!closes) this.notices.tell('line_lost');
  }

  leave(): void {
    if (!this.view) return this.#connection.end(CLOSE.GOODBYE);
    if (this.visit.at === 'away') return this.#leaveWhenReached();
    this.#muted = true;
    this.ask({ type: 'leave' });
    this.#leaveAsked = this.#asks;
  }

  networkChanged(): void {
    this.#connection.networkChanged();
  }

  /** Opens the switch if the person chose so before joining: once, and only where it may be opened now. */
  openAsChosen(): void {
    if (!this.#opensMicrophone || !this.view) return;
    this.#opensMicrophone = false;
    if (may(this.view.you, 'open_microphone')) this.ask({ type: 'open_microphone' });
  }

  close(): void {
    this.#connection.close();
    this.notices.close();
    this.#giveUpGoodbye?.();
  }

  #send(command: Command): void {
    this.#connection.send({ type: 'ask', id: ++this.#asks, command });
  }

  #see(view: View, returned: boolean): void {
    if (!view.you.microphone_open) this.#muted = false;
    else if (this.#muted && returned) this.#send({ type: 'close_microphone' });
  }

  #refused(id: number, reason: Reason): void {
    if (id === this.#leaveAsked) this.#stay();
    this.notices.tell(reason);
  }

  /** The server could not let this person leave: everything is as before. */
  #stay(): void {
    this.#leaveAsked = 0;
    this.#muted = false;
  }

  #lost(): void {
    if (this.#leaveAsked) return this.#leaveWhenReached();
    if (this.#unanswered) this.notices.tell('line_lost');
    this.#unanswered = false;
  }

  /** The line is away: here it is over at once, and the server is told as soon as it is reached. */
  #leaveWhenReached(): void {
    this.#leaveAsked = 0;
    this.#connection.leave();
    this.#giveUpGoodbye = sayGoodbye(this.entrance);
  }
}
