import { after, type Happening, isCalm, JOINING, type Visit } from './visit';

const CALM_FOR_MS = 700;

/** Where this visitor is now. What is kept calm is so for a moment only. */
export class Visiting {
  now = $state.raw<Visit>(JOINING);
  #calming: ReturnType<typeof setTimeout> | undefined;

  happens(happened: Happening): void {
    const wasCalm = isCalm(this.now);
    this.now = after(this.now, happened);
    if (isCalm(this.now) === wasCalm) return;
    clearTimeout(this.#calming);
    if (!wasCalm)
      this.#calming = setTimeout(() => this.happens({ type: 'calm_over' }), CALM_FOR_MS);
  }
}
