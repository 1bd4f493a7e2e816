import type { View } from '../../protocol';
import { microphonePermission } from './permission';

const BEFORE_MS = 60_000;
/** A return that is put off and off must not leave the browser's recording sign on for the whole reflection. */
const AFTER_MS = 5 * 60_000;
const LOOKS_EVERY_MS = 1000;

/** When, by the server's time, the phase is due to end that the presenter's return follows; null where none follows. */
export function returnDueMs({ clock, plan, step }: View): number | null {
  return plan[step + 1]?.phase === 'presenter_returns' ? clock.ends_at_ms : null;
}

/**
 * Tells when the return is near, and when it is not any more: only where the browser gives the microphone without a
 * question of its own. `inMs` is how long it is until the return is due: asked again and again, for a page learns what
 * time it is at the server a little after it has come, and its machine may sleep. Until the returned function is called.
 */
export function watchReturn(inMs: () => number, tell: (near: boolean) => void): () => void {
  let near: boolean | null = false;
  const look = async (): Promise<void> => {
    const leftMs = inMs();
    const is = leftMs <= BEFORE_MS && leftMs > -AFTER_MS;
    if (is === near) return;
    near = is;
    const permission = await microphonePermission();
    if (near === is) tell(is && permission?.state === 'granted');
  };
  const looking = setInterval(look, LOOKS_EVERY_MS);
  return () => {
    near = null;
    clearInterval(looking);
  };
}
