const SECOND_MS = 1000;

/**
 * This page's own clock as state, in milliseconds, while the calling component lives. It is looked at as soon as what is
 * shown of it has changed: `changesInMs` says how long after `ms` that is.
 */
export class Now {
  ms = $state(performance.now());

  constructor(changesInMs: () => number = () => SECOND_MS) {
    const look = (): void => void (this.ms = performance.now());
    $effect(() => {
      document.addEventListener('visibilitychange', look);
      return () => document.removeEventListener('visibilitychange', look);
    });
    $effect(() => {
      const dueMs = this.ms + changesInMs();
      // Some browsers tell the time by tenths of a second: then they may still tell one that is just before.
      const due = (): void => {
        const nowMs = performance.now();
        this.ms = nowMs < this.ms ? nowMs : Math.max(nowMs, dueMs);
      };
      const timer = setTimeout(due, Math.ceil(dueMs - performance.now()));
      return () => clearTimeout(timer);
    });
  }
}
