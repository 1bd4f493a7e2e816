import type { SealedSender } from './seal';

const LOOKS_EVERY_MS = 500;

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
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => {
    over = true;
    clearTimeout(timer);
  };
  const look = async (): Promise<void> => {
    const packets = await packetsSent().catch(() => 0);
    const frames = await sender.frames(); // later than the packets, so never fewer
    if (over) return;
    if (frames !== null && packets <= frames) {
      timer = setTimeout(look, LOOKS_EVERY_MS);
      return;
    }
    end();
    broken();
  };
  void look();
  return end;
}
