import { inTime } from '../in-time';
import { type SeatLink, wasKeySent } from '../invitation';
import { makeKey } from '../make-key';
import { inTab } from '../storage';
import { rememberedKey } from './remembered';
import type { NewKey } from '../sealed/new-key';
import type { GroupKeyProblem } from './seal';
import { groupWords } from './words';

/** What keeps a key from being used. `unable`: this browser reads none; `unloaded`: what reads them has not come. */
export type KeyFault = GroupKeyProblem | 'unable' | 'unloaded';

/** A key that its group may have by now: kept in this tab before the group is asked to take it. */
const TAKEN = 'new key of';

/**
 * The key of this person's link: the one in it, or the one that this browser remembers with it. Of other groups that it remembers
 * none is taken for it, whatever lock the server shows: their people could listen. A link without a key, as mail brings a new
 * one, is known by its group's name as well.
 */
export class OwnLinkKey {
  key: string | null = $state.raw(null);
  /** What is wrong with it, where the group's circles are sealed. `looking`: that is not known yet. */
  problem = $state.raw<KeyFault | 'looking' | null>('looking');

  readonly #token: string;
  /** Whether it is that of one circle alone, as in a guest's link, and not the group's. */
  #isOfCircle = false;

  constructor({ token, key }: SeatLink) {
    this.#token = token;
    this.key = key ?? rememberedKey((group) => group.token === token);
  }

  /** The same, once it is known. */
  get fault(): KeyFault | null {
    return this.problem === 'looking' ? null : this.problem;
  }

  /** Whether it is right, and has been sent to the server, as this tab has seen or this browser remembers. */
  get sent(): boolean {
    const { key } = this;
    return (
      this.problem === null &&
      (wasKeySent({ key }) ||
        rememberedKey((group) => group.sent === true && group.key === key) !== null)
    );
  }

  /** What is said of that, to whoever facilitates or not. */
  says(leads: boolean): string {
    if (this.fault === null) return '';
    return this.fault === 'unloaded' ? groupWords.part.unloaded : groupWords.key[this.fault](leads);
  }

  /**
   * Compares it with the lock of the group of this name; null where its circles are not sealed. No link is given with it meanwhile.
   * A guest's is compared at the door of its circle.
   */
  async compare(lock: string | null, name: string, ofGuest = false): Promise<void> {
    this.problem = 'looking';
    const problem =
      lock === null ? null : await this.#problemWith(lock, name).catch(() => 'unable' as const);
    this.#isOfCircle = ofGuest && problem === 'other';
    this.problem = this.#isOfCircle ? null : problem;
  }

  /**
   * Another key, and its lock; or, in words, why there is none. Should the group take it, it is found by that lock, also after
   * the page was loaded anew.
   */
  async another(): Promise<NewKey | string> {
    const made = await makeKey(groupWords);
    if (typeof made !== 'string') inTab.set(this.#taken(made.lock), made.key);
    return made;
  }

  /** This is the key now, and the group is shown with the lock of another. */
  isAnother(key: string): void {
    [this.key, this.problem] = [key, 'other'];
  }

  /** What opens the circle of this name, and its lock. Rejects where the key is not right. */
  async ofCircle(name: string): Promise<NewKey> {
    const { circleKey, keyOfCircle } = await import('./seal');
    return this.#isOfCircle ? keyOfCircle(this.key ?? '') : circleKey(this.key ?? '', name);
  }

  async #problemWith(lock: string, name: string): Promise<KeyFault | null> {
    const loaded = await inTime(import('./seal')).catch(() => null);
    if (!loaded) return 'unloaded';
    const { keyProblem } = loaded;
    const problem = await keyProblem(this.key, lock);
    if (problem === null) return null;
    const [token, keyless] = [this.#token, this.key === null];
    const kept =
      inTab.get(this.#taken(lock)) ??
      rememberedKey(
        (group) =>
          group.lock === lock && (group.token === token || (keyless && group.name === name)),
      );
    if (kept === null) return problem;
    this.key = kept;
    return keyProblem(kept, lock);
  }

  #taken(lock: string): string {
    return `${TAKEN} ${this.#token} ${lock}`;
  }
}
