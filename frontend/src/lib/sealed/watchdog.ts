import type { SealedSender } from './seal';

const LOOKS_EVERY_MS = 500;
/** A page that was asleep finds its own patience over before it can read an answer: it asks again. */
const UNANSWERED_MAX = 2;

/**
 * Watches that nothing leaves but by the seal, until the returned function is called: tells at once, and once, where more
 * packets have been sent than frames have gone through the worker, or the worker does not answer any more.
 */
export function watchSeal(
  packetsSent: () => Promise<number>,
  sender: Pick<SealedSender, 'frames'>,
  broken: () => void,
): () => void {
  let over = false;
  let unanswered = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => {
    over = true;
    clearTimeout(timer);
  };
  const look = async (): Promise<void> => {
    const packets = await packetsSent().catch(() => 0);
    const frames = await sender.frames(); // later than the packets, so never fewer
    if (over) return;
    unanswered = frames === null ? unanswered + 1 : 0;
    if (unanswered < UNANSWERED_MAX && packets <= (frames ?? Infinity)) {
      timer = setTimeout(look, LOOKS_EVERY_MS);
      return;
    }
    end();
    broken();
  };
  void look();
  return end;
}
