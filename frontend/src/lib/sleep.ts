import { onShown } from './shown';

/**
 * Calls back when this page may have slept, and its clock with it: it is shown again, taken up again from where the
 * browser had put it away, or resumed. Until the returned function is called.
 */
export function afterSleep(woke: () => void): () => void {
  const over = new AbortController();
  const { signal } = over;
  onShown(woke, signal);
  document.addEventListener('resume', woke, { signal });
  window.addEventListener('pageshow', woke, { signal });
  return () => over.abort();
}
