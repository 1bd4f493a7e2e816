import { onShown } from './shown';

/** Each of these lets a browser play sound that it held back. */
const GESTURES = ['pointerup', 'touchend', 'keydown'] as const;

/**
 * Calls back at every moment at which a browser may allow what it has refused or stopped: a touch, a key, the page
 * shown again. Until the returned function is called.
 */
export function onGestureOrReturn(attempt: () => void): () => void {
  const over = new AbortController();
  const { signal } = over;
  for (const gesture of GESTURES)
    document.addEventListener(gesture, attempt, { passive: true, signal });
  onShown(attempt, signal);
  return () => over.abort();
}
