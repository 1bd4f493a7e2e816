import { untrack } from 'svelte';

/** How much a person wants to be told unasked. */
export type HowMuch = 'all' | 'mine' | 'nothing';

/** What a message is about. An `answer` was asked for just now. */
export type About = 'phase' | 'mine' | 'people' | 'urgent' | 'answer';

const TOLD: Record<HowMuch, readonly About[]> = {
  all: ['phase', 'mine', 'people', 'urgent', 'answer'],
  mine: ['phase', 'mine', 'urgent', 'answer'],
  nothing: ['urgent', 'answer'],
};

export const HOW_MUCH = Object.keys(TOLD) as HowMuch[];

/** Whether this, which was kept, is a choice there is. */
export function isHowMuch(kept: string | null): kept is HowMuch {
  return HOW_MUCH.some((known) => known === kept);
}

/** Long enough for a screen reader to have taken a message before the next one stands in its place. */
export const STAYS_MS = 1200;
const WAITING_MAX = 8;

/** What the page says to people who do not see it: one thing after another, each of them once. */
export class Announcer {
  /** What stands in the region that waits for a pause, and in the one that does not. */
  polite = $state('');
  assertive = $state('');
  howMuch = $state<HowMuch>('all');
  /** While the circle works in silence, nobody's coming and going is told. */
  quiet = $state(false);
  /** The language of each text, where whoever said it named one. */
  langs: Record<string, string | undefined> = {};

  #waiting: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #calming: ReturnType<typeof setTimeout> | undefined;

  /** Whether such a message would be told now. */
  tells(about: About): boolean {
    return TOLD[this.howMuch].includes(about) && !(this.quiet && about === 'people');
  }

  /** Whoever says something does not depend on what is said meanwhile. */
  say(text: string, about: About, lang?: string): void {
    this.langs[text] = lang;
    untrack(() => this.#take(text, about));
  }

  #take(text: string, about: About): void {
    if (text === '' || !this.tells(about)) return;
    if (about === 'urgent') return this.#interrupt(text);
    if (this.#waiting.includes(text) || this.polite === text) return;
    this.#waiting = [...this.#waiting, text].slice(-WAITING_MAX);
    if (this.#timer === undefined) this.#next();
  }

  /** Nothing more is said of what has been. */
  clear(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#calming);
    this.#timer = undefined;
    this.#waiting = [];
    this.langs = {};
    this.polite = this.assertive = '';
  }

  #next(): void {
    const [text = '', ...later] = this.#waiting;
    this.#waiting = later;
    this.polite = text;
    this.#timer = text ? setTimeout(() => this.#next(), STAYS_MS) : undefined;
  }

  #interrupt(text: string): void {
    clearTimeout(this.#calming);
    this.assertive = text;
    this.#calming = setTimeout(() => (this.assertive = ''), STAYS_MS);
  }
}

/** The page has one voice. */
export const announcer = new Announcer();
