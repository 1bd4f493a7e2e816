/** Each of these lets a browser play sound that it held back. */
const GESTURES = ['pointerup', 'touchend', 'keydown'] as const;

/**
 * Calls back at every moment at which a browser may allow what it has refused or stopped: a touch, a key, the page
 * shown again. Until the returned function is called.
 */
export function onGestureOrReturn(attempt: () => void): () => void {
  const shown = (): void => {
    if (document.visibilityState === 'visible') attempt();
  };
  for (const gesture of GESTURES) document.addEventListener(gesture, attempt, { passive: true });
  document.addEventListener('visibilitychange', shown);
  return () => {
    for (const gesture of GESTURES) document.removeEventListener(gesture, attempt);
    document.removeEventListener('visibilitychange', shown);
  };
}
