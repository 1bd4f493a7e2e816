import type { GroupCommand } from '../../protocol';
import { announcer } from '../announcer.svelte';
import { READ_MS } from '../press-times';
import type { GroupAnswer } from './api';
import type { Draft } from './draft.svelte';
import { wordsOf, type StandingGroup } from './group.svelte';
import { pressed } from './read-first';
import { groupWords } from './words';

/**
 * One thing that a person asks of their group: whether it is waited for, and what is wrong with it. While it is, and until
 * its answer can be read, it is not asked again: what else can be asked meanwhile has an `Asking` of its own.
 */
export class Asking {
  waits = $state(false);
  #problem = $state('');
  /** How often the group had been shown by then. */
  #answers = 0;
  /** Whether something has been typed for it that was not asked yet, or not done. */
  typed = $state(false);
  /** When its last answer will have been read. */
  #readMs = 0;

  /** `draft` is what the command is made of, where somebody types it over what is kept. */
  constructor(
    private readonly group: StandingGroup,
    private readonly draft?: Draft<object>,
  ) {}

  /** That the server has not answered is said until it does: then the page shows whether it was kept. */
  get problem(): string {
    const over = this.#problem === groupWords.unreachable && this.group.answers > this.#answers;
    return over ? '' : this.#problem;
  }

  /**
   * Whether it was done, or all of it, one after the other. It is said to those who do not see it. Where others have changed the
   * same, and somebody sends theirs all the same, it is made of the draft anew: what they have not touched is as the others have
   * it.
   */
  ask(what: GroupCommand | (() => GroupCommand[]), done?: string): Promise<boolean> {
    const commands = typeof what === 'function' ? what : () => [what];
    return this.does(async () => {
      let made = commands();
      for (const { type } of made) {
        const one = (again: boolean): GroupCommand | undefined => {
          if (again) made = commands();
          return made.find((command) => command.type === type);
        };
        const problem = await this.group.ask(one, this.draft?.since);
        if (!problem || problem === groupWords.stale.left) this.draft?.seen();
        if (problem) return problem;
      }
      return '';
    }, done);
  }

  /** The same with whatever answers with what is wrong, or with nothing. */
  async does(what: () => Promise<string>, done = groupWords.kept): Promise<boolean> {
    const { event } = globalThis;
    if (event?.type === 'click' && event.timeStamp < this.#readMs) return false;
    return this.#once(async () => {
      this.#problem = await what();
      this.#readMs = performance.now() + READ_MS;
      this.#answers = this.group.answers;
      if (this.#problem) return false;
      announcer.say(done, 'answer', groupWords.lang);
      return true;
    });
  }

  /** What is answered to something else than a command; null where it failed, or nothing was asked after all. */
  async fetch<T>(answered: () => Promise<GroupAnswer<T> | null>): Promise<T | null> {
    let value: T | null = null;
    await this.#once(async () => {
      const answer = await answered();
      if (answer?.is === 'ok') value = answer.value;
      else if (answer) this.#problem = wordsOf(answer, groupWords.noAnswer);
      return value !== null;
    });
    return value;
  }

  async #once(does: () => Promise<boolean>): Promise<boolean> {
    if (this.waits) return false;
    const typed = this.typed;
    const answered = pressed();
    let done = false;
    this.waits = true;
    this.#problem = '';
    this.typed = false; // what is typed from now on is not in what is asked
    try {
      return (done = await does());
    } finally {
      answered();
      this.waits = false;
      this.typed ||= typed && !done;
    }
  }
}
