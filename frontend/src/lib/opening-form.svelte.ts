import { tick } from 'svelte';
import { makeKey } from './make-key';
import type { NotOpened } from './opening';
import type { NewKey } from './sealed/new-key';

/** A form by which something new is opened: whether that is waited for, and what is wrong with it. */
export class OpeningForm {
  waits = $state(false);
  problem = $state('');
  /** Where the server wants a key from whoever opens something: what is typed for it, and its field. */
  needsKey = $state(false);
  key = $state('');
  field: { focus(): void } | undefined = $state();

  constructor(private readonly words: Parameters<typeof makeKey>[0]) {}

  /**
   * Asks for it, with the lock of a key that is made where it is to be `sealed`. Null where it is not opened, or was asked for
   * before and is waited for.
   */
  async opens<T extends object>(
    sealed: boolean,
    asks: (lock: string | null) => Promise<T | NotOpened>,
  ): Promise<{ opened: T; made: NewKey | null } | null> {
    if (this.waits) return null;
    this.waits = true;
    this.problem = '';
    const made = sealed ? await makeKey(this.words) : null;
    const answer = typeof made === 'string' ? no(made) : await asks(made?.lock ?? null);
    this.waits = false;
    if (!('problem' in answer)) return { opened: answer, made: made as NewKey | null };
    this.problem = answer.problem;
    this.needsKey ||= answer.needsKey;
    await tick();
    if (answer.needsKey) this.field?.focus();
    return null;
  }
}

const no = (problem: string): NotOpened => ({ problem, needsKey: false });
