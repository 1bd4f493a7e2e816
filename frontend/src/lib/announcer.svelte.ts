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

/** A message, and its language where whoever says it names one. `over`: it is not so any more, and not said once more. */
interface Said {
  text: string;
  lang: string | undefined;
  over?: boolean;
}

/** What the page says to people who do not see it: one thing after another, and none twice in a row. */
export class Announcer {
  howMuch = $state<HowMuch>('all');
  /** While the circle works in silence, nobody's coming and going is told. */
  quiet = $state(false);

  #polite = $state.raw<Said>();
  #urgent = $state.raw<readonly Said[]>([]);
  #waiting: Said[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #calming: ReturnType<typeof setTimeout> | undefined;

  /** What stands in the region that waits for a pause, and in the one that does not. */
  get polite(): string {
    return this.#polite?.text ?? '';
  }
  get politeLang(): string | undefined {
    return this.#polite?.lang;
  }
  get assertive(): string {
    return this.#urgent.map(({ text }) => text).join(' ');
  }
  get assertiveLang(): string | undefined {
    return this.#urgent.at(-1)?.lang;
  }

  /** Whether such a message would be told now. */
  tells(about: About): boolean {
    return TOLD[this.howMuch].includes(about) && !(this.quiet && about === 'people');
  }

  /**
   * Whoever says something does not depend on what is said meanwhile. It is said `instead` of what is not so any more,
   * where that still waits; where it is nothing, that is only taken back.
   */
  say(text: string, about: About, lang?: string, instead?: string): void {
    untrack(() => this.#take({ text, lang }, about, instead));
  }

  #take(said: Said, about: About, instead?: string): void {
    this.#waiting = this.#waiting.filter(({ text }) => text !== instead);
    for (const shown of this.#urgent) shown.over ||= shown.text === instead;
    if (said.text === '' || !this.tells(about)) return;
    if (about === 'urgent') return this.#interrupt(said);
    if ([this.#polite, ...this.#waiting].at(-1)?.text === said.text) return;
    this.#waiting = [...this.#waiting, said].slice(-WAITING_MAX);
    if (this.#timer === undefined) this.#next();
  }

  /** Nothing more is said of what has been. */
  clear(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#calming);
    this.#timer = undefined;
    this.#waiting = [];
    this.#polite = undefined;
    this.#urgent = [];
  }

  #next(): void {
    this.#polite = this.#waiting.shift();
    this.#timer = this.#polite && setTimeout(() => this.#next(), STAYS_MS);
  }

  #interrupt(said: Said): void {
    clearTimeout(this.#calming);
    const still = this.#urgent.filter(({ text, over }) => !over && text !== said.text);
    this.#urgent = [...still, said].slice(-WAITING_MAX);
    this.#calming = setTimeout(() => (this.#urgent = []), STAYS_MS);
  }
}

/** The page has one voice. */
export const announcer = new Announcer();
