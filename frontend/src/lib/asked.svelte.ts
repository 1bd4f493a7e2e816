import type { Command } from '../protocol';
import { countsEach, subjectOf } from './subject';

/** An answer takes less on any line that is well. After it, the person is told that it is waited for. */
const LONG_AFTER_MS = 1000;

interface Open {
  id: number;
  command: Command;
  timer: ReturnType<typeof setTimeout>;
}

/** What this person has asked on this connection, and the server has not answered yet. */
export class PendingAsks {
  /** Whether something has been waited for so long that it should be said. */
  long = $state(false);
  #open: readonly Open[] = $state.raw([]);

  get commands(): Command[] {
    return this.#open.map(({ command }) => command);
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

  /** The server answers each by its `id`; an answer that never comes is the line's to notice. */
  add(id: number, command: Command): void {
    const timer = setTimeout(() => (this.long = true), LONG_AFTER_MS);
    this.#open = [...this.#open, { id, command, timer }];
  }

  /** What was asked by this id, if it is still waited for, is so no more. */
  answered(id: number): void {
    this.#close((open) => open.id === id);
  }

  /** Nothing is waited for any more: the connection is gone. */
  settle(): void {
    this.#close(() => true);
  }

  #close(isOver: (open: Open) => boolean): void {
    for (const { timer } of this.#open.filter(isOver)) clearTimeout(timer);
    this.#open = this.#open.filter((open) => !isOver(open));
    if (this.#open.length === 0) this.long = false;
  }
}

function stepOf(command: Command): number {
  return 'seen' in command ? command.seen : 0;
}
