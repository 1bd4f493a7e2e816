import type { Phase, View } from '../protocol';
import { leftMs } from './clock';

/** The steps before and after the meeting itself: their time is nobody's to keep. */
const AROUND: readonly Phase[] = ['gathering', 'lingering', 'ended'];

const isAround = (phase: Phase): boolean => AROUND.includes(phase);

/**
 * When the meeting ends, by the server's clock in ms, if every coming step keeps to its minutes. Before it has begun: if
 * it began now. Null once it is over.
 */
export function endsAtMs(view: View, serverMs: number): number | null {
  if (view.phase === 'lingering' || view.phase === 'ended') return null;
  const running = isAround(view.phase) ? 0 : Math.max(0, leftMs(view.clock, serverMs));
  const coming = view.plan
    .slice(view.step + 1)
    .filter(({ phase }) => !isAround(phase))
    .reduce((sum, { minutes }) => sum + minutes, 0);
  return serverMs + running + coming * 60_000;
}
