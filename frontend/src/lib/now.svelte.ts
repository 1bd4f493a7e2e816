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
      const timer = setTimeout(look, Math.ceil(this.ms + changesInMs() - performance.now()));
      return () => clearTimeout(timer);
    });
  }
}
