/** How many packets of this person's sound have left this browser, on the connection there is. */
export type CountsPackets = () => Promise<number>;

const LOOKS_FIRST_MS = 200;
const LOOKS_EVERY_MS = 1000;
const DOUBTS_AFTER_MS = 2000;

/**
 * Tells whether sound is really being sent, that is, whether more packets have left since the last look: about once a
 * second, sooner at first, until the returned function is called. Until some have left it tells nothing for a while.
 */
export function watchSending(counts: CountsPackets, tell: (sending: boolean) => void): () => void {
  let before: number | null = null;
  let over = false;
  let waitedMs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async (): Promise<void> => {
    const now = await counts().catch(() => 0);
    if (over) return;
    const sending = before !== null && now > before;
    before = now;
    const nextMs = sending || waitedMs >= DOUBTS_AFTER_MS ? LOOKS_EVERY_MS : LOOKS_FIRST_MS;
    if (nextMs === LOOKS_EVERY_MS) tell(sending);
    waitedMs = sending ? DOUBTS_AFTER_MS : waitedMs + nextMs;
    timer = setTimeout(look, nextMs);
  };
  void look();
  return () => {
    over = true;
    clearTimeout(timer);
  };
}
