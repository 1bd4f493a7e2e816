import { lookAtDoor, type Look } from './api';
import { backoffMs } from './backoff';

/** The first waits are long enough for whoever reads what is said meanwhile. */
const FIRST_ATTEMPT = 2;

/** The sign at the door, looked for until it is read: without it nobody knows what they would agree to (F1). */
export class SignAtDoor {
  look = $state.raw<Look>(null);
  /** Whether a first look is over. */
  looked = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(private readonly token: string) {
    void this.#read(FIRST_ATTEMPT);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async #read(attempt: number): Promise<void> {
    this.look = await lookAtDoor(this.token);
    this.looked = true;
    if (this.look !== null || this.#closed) return;
    const againMs = backoffMs(attempt, Math.random());
    this.#timer = setTimeout(() => void this.#read(attempt + 1), againMs);
  }
}
