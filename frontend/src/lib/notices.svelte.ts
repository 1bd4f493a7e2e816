import type { Reason } from '../protocol';

const STAYS_MS = 7000;

/** Something small that is said to this person alone, and goes by itself. */
export type Notice = Reason | 'line_lost' | 'unanswered' | 'sealed_anew';

/** The one notice that stands just now. */
export class Notices {
  shown = $state<Notice | null>(null);
  /** How often something has been told: the same words again are news. */
  told = $state(0);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Where it is `lasting`, it goes by itself only once `fade` is called. */
  tell(notice: Notice, lasting = false): void {
    this.shown = notice;
    this.told++;
    if (lasting) this.close();
    else this.fade();
  }

  fade(): void {
    this.close();
    this.#timer = setTimeout(() => (this.shown = null), STAYS_MS);
  }

  close(): void {
    clearTimeout(this.#timer);
  }
}
