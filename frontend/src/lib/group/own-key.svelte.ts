import { makeKey } from '../make-key';
import { inTab } from '../storage';
import { rememberedKey } from './remembered';
import type { NewKey } from '../sealed/new-key';
import type { KeyProblem } from './seal';
import { groupWords } from './words';

/** What keeps a key from being used. `unable`: this browser reads none; `unloaded`: what reads them has not come. */
export type KeyFault = KeyProblem | 'unable' | 'unloaded';

/** A key that its group may have by now: kept in this tab before the group is asked to take it. */
const TAKEN = 'new key of';

/** The key of this person's link: the one in it, or the one that this browser remembers of the same group. */
export class OwnKey {
  key: string | null = $state.raw(null);
  /** What is wrong with it, where the group's circles are sealed. `looking`: that is not known yet. */
  problem = $state.raw<KeyFault | 'looking' | null>('looking');

  constructor(key: string | null) {
    this.key = key;
  }

  /** The same, once it is known. */
  get fault(): KeyFault | null {
    return this.problem === 'looking' ? null : this.problem;
  }

  /** What is said of that, to whoever facilitates or not. */
  says(leads: boolean): string {
    if (this.fault === null) return '';
    return this.fault === 'unloaded' ? groupWords.part.unloaded : groupWords.key[this.fault](leads);
  }

  /** Compares it with the group's lock; null where its circles are not sealed. No link is given with it meanwhile. */
  async compare(lock: string | null): Promise<void> {
    this.problem = 'looking';
    if (lock === null) this.problem = null;
    else this.problem = await this.#problemWith(lock).catch(() => 'unable' as const);
  }

  /**
   * Another key, and its lock; or, in words, why there is none. Should the group take it, it is found by that lock, also after
   * the page was loaded anew.
   */
  async another(): Promise<NewKey | string> {
    const made = await makeKey(groupWords);
    if (typeof made !== 'string') inTab.set(`${TAKEN} ${made.lock}`, made.key);
    return made;
  }

  /** What opens the circle of this name, and its lock. Rejects where the key is not right. */
  async ofCircle(name: string): Promise<NewKey> {
    const { circleKey } = await import('./seal');
    return circleKey(this.key ?? '', name);
  }

  async #problemWith(lock: string): Promise<KeyFault | null> {
    const loaded = await import('./seal').catch(() => null);
    if (!loaded) return 'unloaded';
    const { keyProblem } = loaded;
    const problem = await keyProblem(this.key, lock);
    if (problem === null) return null;
    const kept = inTab.get(`${TAKEN} ${lock}`) ?? rememberedKey(lock);
    if (kept === null) return problem;
    this.key = kept;
    return keyProblem(kept, lock);
  }
}
