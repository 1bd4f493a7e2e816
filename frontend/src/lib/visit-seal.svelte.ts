import { inTime } from './in-time';
import { type SeatLink, wasKeySent } from './invitation';
import type { Agreement } from './sealed/agreement';
import type { Seal } from './sealed/seal';

/** `unstarted`: what seals could not be loaded or does not run. */
export type SealState = Agreement | { is: 'open' } | { is: 'unstarted' };

/**
 * What a person is told of a sealed circle. `sent`: on its way the key has been sent to the server; `withheld`: the server does not
 * pass on this page's own key, so that the one in the links seals; `unopened`: the seats whose voices cannot be opened here.
 */
export interface SealShown {
  digits: string;
  sent: boolean;
  withheld: boolean;
  unopened: readonly number[];
}

/** By which word the seal is called (`words.seal`). */
export function sealIs(shown: SealShown | null): 'is' | 'sent' | 'not' {
  if (shown === null) return 'not';
  return shown.sent ? 'sent' : 'is';
}

/** The seal of one visit, kept through all its connections: whether this link's key fits the door, and what seals by it. */
export class VisitSeal {
  /** Null until it is known. */
  state = $state.raw<SealState | null>(null);
  seal: Seal | null = null;
  readonly #sent: boolean;
  #withheld = $state(false);
  #unopened = $state.raw<readonly number[]>([]);
  #looks = 0;
  #closed = false;

  constructor(private readonly link: SeatLink) {
    this.#sent = wasKeySent(link);
  }

  get shown(): SealShown | null {
    if (this.state?.is !== 'sealed') return null;
    const [withheld, unopened] = [this.#withheld, this.#unopened];
    return { digits: this.state.digits, sent: this.#sent, withheld, unopened };
  }

  /**
   * The door says this lock: null where the circle has none, undefined while the door cannot be read. What it says later counts,
   * however long it takes until what seals is loaded.
   */
  async compare(lock: string | null | undefined): Promise<void> {
    const look = ++this.#looks;
    const { key } = this.link;
    const found = key === null ? withoutKey(lock) : await this.#agreed(key, lock);
    if (!this.#closed && look === this.#looks) this.state = found;
  }

  close(): void {
    this.#closed = true;
    this.seal?.close();
  }

  async #agreed(key: string, lock: string | null | undefined): Promise<SealState> {
    try {
      const { agreed, loadWorker, Seal } = await inTime(import('./sealed'));
      const found = await agreed(key, lock);
      if (found.is !== 'sealed') return found;
      const start = await inTime(loadWorker());
      if (this.#closed) return found;
      this.seal ??= new Seal(found.secret, start);
      this.seal.withheld = (is) => (this.#withheld = is);
      this.seal.unopened = (seats) => (this.#unopened = seats);
      return (await this.seal.begun) ? found : { is: 'unstarted' };
    } catch {
      return { is: 'unstarted' };
    }
  }
}

function withoutKey(lock: string | null | undefined): SealState {
  return { is: lock == null ? 'open' : 'missing' };
}
