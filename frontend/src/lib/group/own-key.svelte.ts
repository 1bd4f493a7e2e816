import { rememberedKey } from './remembered';
import type { NewKey } from '../sealed/new-key';
import type { KeyProblem } from './seal';

/** The key of this person's link: the one in it, or the one that this browser remembers of the same group. */
export class OwnKey {
  /** What is wrong with it, where the group's circles are sealed. `looking`: that is not known yet. */
  problem = $state.raw<KeyProblem | 'unable' | 'looking' | null>('looking');

  constructor(public key: string | null) {}

  /** Compares it with the group's lock; null where its circles are not sealed. */
  async compare(lock: string | null): Promise<void> {
    if (lock === null) this.problem = null;
    else this.problem = await this.#problemWith(lock).catch(() => 'unable' as const);
  }

  /** What opens the circle of this name, and its lock. Rejects where the key is not right. */
  async ofCircle(name: string): Promise<NewKey> {
    const { circleKey } = await import('./seal');
    return circleKey(this.key ?? '', name);
  }

  async #problemWith(lock: string): Promise<KeyProblem | null> {
    const { keyProblem } = await import('./seal');
    const problem = await keyProblem(this.key, lock);
    const remembered = problem === null ? null : rememberedKey(lock);
    if (remembered === null) return problem;
    this.key = remembered;
    return keyProblem(remembered, lock);
  }
}
