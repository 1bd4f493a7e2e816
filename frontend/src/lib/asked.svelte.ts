import { SvelteMap } from 'svelte/reactivity';
import type { Command } from '../protocol';
import { countsEach, subjectOf } from './subject';

/** An answer takes less on any line that is well. After it, the person is told that it is waited for. */
const LONG_AFTER_MS = 1000;
/** At a server that confirms nothing, what changes nothing that is shown is granted without a word. */
const GRANTED_AFTER_MS = 8000;

interface Open {
  command: Command;
  timers: ReturnType<typeof setTimeout>[];
}

/** What this person has asked on this connection, and the server has not answered yet. */
export class PendingAsks {
  /** Whether something has been waited for so long that it should be said. */
  long = $state(false);
  readonly #open = new SvelteMap<number, Open>();

  get commands(): Command[] {
    return [...this.#open.values()].map(({ command }) => command);
  }

  /**
   * Whether this, or what turns the same thing another way, is waited for. What was asked of an earlier step is not: the view
   * comes before its answer, and who presses the next button then means the next step.
   */
  waitsFor(command: Command): boolean {
    if (countsEach(command)) return false;
    const subject = subjectOf(command);
    return this.commands.some(
      (open) => subjectOf(open) === subject && stepOf(open) === stepOf(command),
    );
  }

  /** `confirmed` is whether the server answers each by its `id`; an answer that never comes is the line's to notice. */
  add(id: number, command: Command, confirmed: boolean): void {
    const timers = [setTimeout(() => (this.long = true), LONG_AFTER_MS)];
    if (!confirmed) timers.push(setTimeout(() => this.answered(id), GRANTED_AFTER_MS));
    this.#open.set(id, { command, timers });
  }

  /** What was asked by this id, if it is still waited for, is so no more. */
  answered(id: number): void {
    this.#open.get(id)?.timers.forEach(clearTimeout);
    this.#open.delete(id);
    if (this.#open.size === 0) this.long = false;
  }

  /** Nothing is waited for any more: the connection is gone, or a newer view is all the answer that there will be. */
  settle(): void {
    for (const id of [...this.#open.keys()]) this.answered(id);
  }
}

function stepOf(command: Command): number {
  return 'seen' in command ? command.seen : 0;
}
