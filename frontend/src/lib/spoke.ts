const SAYS_EVERY_MS = 2000;
const LOOKS_EVERY_MS = 250;

/**
 * Says now and then that this person speaks, where no server can know it: at most once in two seconds. `speaks` is asked until
 * the returned function is called.
 */
export function watchSpeech(speaks: () => boolean, say: () => void): () => void {
  let saidMs = -Infinity;
  const look = (): void => {
    const nowMs = performance.now();
    if (nowMs - saidMs < SAYS_EVERY_MS || !speaks()) return;
    saidMs = nowMs;
    say();
  };
  const timer = setInterval(look, LOOKS_EVERY_MS);
  return () => clearInterval(timer);
}
