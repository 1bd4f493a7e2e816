/**
 * Calls back when this page may have slept, and its clock with it: it is shown again, taken up again from where the
 * browser had put it away, or resumed. Until the returned function is called.
 */
export function afterSleep(woke: () => void): () => void {
  const shown = (): void => {
    if (document.visibilityState === 'visible') woke();
  };
  document.addEventListener('visibilitychange', shown);
  document.addEventListener('resume', woke);
  window.addEventListener('pageshow', woke);
  return () => {
    document.removeEventListener('visibilitychange', shown);
    document.removeEventListener('resume', woke);
    window.removeEventListener('pageshow', woke);
  };
}
