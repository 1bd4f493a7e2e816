const TICKS_EVERY_MS = 250;

/** This page's own clock as state, in milliseconds, while the calling component lives. */
export class Now {
  ms = $state(performance.now());

  constructor() {
    $effect(() => {
      const look = (): void => void (this.ms = performance.now());
      const timer = setInterval(look, TICKS_EVERY_MS);
      document.addEventListener('visibilitychange', look);
      return () => {
        clearInterval(timer);
        document.removeEventListener('visibilitychange', look);
      };
    });
  }
}
