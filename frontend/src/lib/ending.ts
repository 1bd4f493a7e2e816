import type { Phase, View } from '../protocol';
import { TIMED } from '../protocol-phases';
import { leftMs } from './clock';

/** Whether it is a phase of the meeting itself: before and after it the time is nobody's to keep. */
const isTimed = (phase: Phase): boolean => (TIMED as readonly Phase[]).includes(phase);

/**
 * When the meeting ends, by the server's clock in ms, if every coming step keeps to its minutes. Before it has begun: if
 * it began now. Null once it is over.
 */
export function endsAtMs(view: View, serverMs: number): number | null {
  if (view.phase === 'lingering' || view.phase === 'ended') return null;
  const running = isTimed(view.phase) ? Math.max(0, leftMs(view.clock, serverMs)) : 0;
  const coming = view.plan
    .slice(view.step + 1)
    .filter(({ phase }) => isTimed(phase))
    .reduce((sum, { minutes }) => sum + minutes, 0);
  return serverMs + running + coming * 60_000;
}
