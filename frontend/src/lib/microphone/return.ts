import type { View } from '../../protocol';
import { microphonePermission } from './permission';

const BEFORE_MS = 60_000;
/** A return that is put off and off must not leave the browser's recording sign on for the whole reflection. */
const AFTER_MS = 5 * 60_000;

/** When, by the server's time, the phase is due to end that the presenter's return follows; null where none follows. */
export function returnDueMs({ clock, plan, step }: View): number | null {
  return plan[step + 1]?.phase === 'presenter_returns' ? clock.ends_at_ms : null;
}

/**
 * Tells when the return is near, and when it is not any more: only where the browser gives the microphone without a
 * question of its own. `inMs` is how long it is until the return is due. Until the returned function is called.
 */
export function watchReturn(inMs: number, tell: (near: boolean) => void): () => void {
  let over = false;
  const near = setTimeout(async () => {
    const permission = await microphonePermission();
    if (!over && permission?.state === 'granted') tell(true);
  }, inMs - BEFORE_MS);
  const past = setTimeout(() => {
    over = true;
    tell(false);
  }, inMs + AFTER_MS);
  return () => {
    over = true;
    clearTimeout(near);
    clearTimeout(past);
  };
}
