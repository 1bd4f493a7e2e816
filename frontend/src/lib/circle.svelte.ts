import { CLOSE, type Command, type Reason, type View } from '../protocol';
import { PendingAsks } from './asked.svelte';
import type { ServerClock } from './clock';
import { Connection } from './connection.svelte';
import type { Entrance } from './entrance';
import { sayGoodbye } from './goodbye';
import { OwnHand } from './hand.svelte';
import { keptSeat } from './invitation';
import { may } from './may';
import type { Media } from './media.svelte';
import { Notices } from './notices.svelte';
import { Presses } from './presses';
import type { Seal } from './sealed/seal';
import { closedByMe } from './told';
import { soundStands, viewIn, type Visit } from './visit';

/** A closing of one's microphone is asked again and again, and its refusals are not told: its `id` is below zero. */
const closes = (id: number): boolean => id < 0;

/** The circle as this person has it: what they see, and what they ask. It decides nothing. */
export class Circle {
  readonly notices = new Notices();
  readonly asked = new PendingAsks();
  readonly media: Media;
  readonly clock: ServerClock;
  readonly #connection: Connection;
  readonly #hand: OwnHand;
  #asks = 0;
  #closings = 0;
  #opensMicrophone: boolean;
  /** The `id` under which the server has been asked, on a connection that may have stalled; 0 if it has not. */
  #leaveAsked = $state(0);

  constructor(
    private readonly entrance: Entrance,
    opensMicrophone = false,
    private readonly presses = new Presses(),
    seal: Seal | null = null,
  ) {
    this.#opensMicrophone = opensMicrophone;
    this.#hand = new OwnHand(entrance.token, () => this.#askToClose());
    this.#connection = new Connection(
      entrance,
      {
        viewed: (view, returned) => this.#see(view, returned),
        toDoor: () => this.#toDoor(),
        done: (id) => this.#done(id),
        refused: (id, reason) => this.#refused(id, reason),
        unsealed: () => this.notices.tell('sealed_anew'),
        lost: () => this.#lost(),
      },
      seal,
    );
    ({ media: this.media, clock: this.clock } = this.#connection);
  }

  /** Where the visitor is. */
  get visit(): Visit {
    return this.#connection.visit;
  }

  /** The newest view. One's own microphone is shown closed as soon as it is. */
  get view(): View | null {
    const view = viewIn(this.visit);
    return view && (this.#hand.closed || this.#leaveAsked) ? closedByMe(view) : view;
  }

  /** Whether the sound stands, whatever the line does meanwhile. */
  get sounds(): boolean {
    return soundStands(this.visit);
  }

  /**
   * Asks the server for something, once for each gesture. Whether it is granted, the view tells, or a notice. To
   * close one's microphone needs nobody's leave: here it is closed at once, and the server is told when it is reached.
   * A key that was held for it is a gesture of its own, however soon after another.
   *
   * Whether it counts: a press that belongs to an earlier one, or meant something else, is as if there had been none.
   */
  ask(command: Command, how: 'pressed' | 'held' = 'pressed'): boolean {
    const begins = this.presses.begins(command);
    if (command.type === 'close_microphone') {
      this.media.send(null);
      this.#hand.close();
      return true;
    }
    if (
      how === 'pressed' &&
      (!begins || this.asked.waitsFor(command) || !this.presses.meant(command))
    )
      return false;
    if (this.visit.at === 'away') this.notices.tell('line_lost', true);
    else {
      const id = this.#send(command);
      if (command.type === 'open_microphone') this.#hand.opens(id);
    }
    return true;
  }

  /** Whether the server has given this tab a seat, which it keeps for it: only that can be left. */
  get hasSeat(): boolean {
    return keptSeat(this.entrance.token) !== null;
  }

  leave(): void {
    if (this.visit.at === 'away' && this.hasSeat) return this.#leaveWhenReached();
    if (!this.view) return this.#connection.end(CLOSE.GOODBYE);
    this.media.send(null);
    this.#leaveAsked ||= this.#send({ type: 'leave' });
  }

  /** This person has spoken: said of a sealed voice, which the server cannot hear. */
  spoke(): void {
    this.#connection.send({ type: 'spoke' });
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

  /**
   * The switch closes and stays closed, for there is no microphone to open: nothing opens by itself when there is one, but
   * what was chosen before joining, where the browser only `asks` yet.
   */
  staysClosed(asks: boolean): void {
    this.#opensMicrophone &&= asks;
    if (this.view?.you.microphone_open) this.ask({ type: 'close_microphone' });
  }

  close(): void {
    this.#connection.close();
    this.notices.close();
    this.#unseen();
  }

  #send(command: Command): number {
    const id = ++this.#asks;
    this.notices.shown = null;
    this.asked.add(id, command);
    this.#say(id, command);
    return id;
  }

  #askToClose(): number {
    const id = --this.#closings;
    this.#say(id, { type: 'close_microphone' });
    return id;
  }

  #say(id: number, command: Command): void {
    this.#connection.send({ type: 'ask', id, command });
  }

  #see(view: View, returned: boolean): void {
    this.presses.changes();
    if (returned) this.#back();
    this.#hand.shown(view.you.microphone_open);
  }

  /** Nothing of what was asked will be answered. */
  #unseen(): void {
    this.asked.settle();
    this.#hand.lost();
  }

  /** Whoever is let in later opens their microphone by hand: nobody is heard by what they chose a while ago. */
  #toDoor(): void {
    this.#opensMicrophone = false;
    this.#back();
  }

  /** The line is back. */
  #back(): void {
    this.#unseen();
    this.notices.fade();
  }

  #done(id: number): void {
    this.asked.answered(id);
    this.#hand.done(id);
  }

  #refused(id: number, reason: Reason): void {
    this.#hand.refused(id, reason);
    if (closes(id)) return;
    this.asked.answered(id);
    if (id === this.#leaveAsked) this.#leaveAsked = 0;
    this.notices.tell(reason);
  }

  #lost(): boolean {
    const told = this.asked.commands.length > 0;
    this.#unseen();
    if (this.#leaveAsked) this.#leaveWhenReached();
    else if (told) this.notices.tell('unanswered', true);
    return told;
  }

  /** The line is away: here it is over at once, and the server is told as soon as it is reached. */
  #leaveWhenReached(): void {
    this.#leaveAsked = 0;
    this.#connection.end(CLOSE.GOODBYE, true);
    sayGoodbye(this.entrance, this.#connection.given);
  }
}
