import { onShown } from './shown';

/** Keeps the screen on until the returned function is called. A browser that cannot is left alone. */
export function stayAwake(): () => void {
  const over = new AbortController();
  const { signal } = over;
  let lock: WakeLockSentinel | undefined;
  const take = async (): Promise<void> => {
    const taken = await navigator.wakeLock?.request('screen').catch(() => undefined);
    if (signal.aborted) await taken?.release();
    else lock = taken;
  };
  onShown(take, signal);
  void take();
  return () => {
    over.abort();
    void lock?.release();
  };
}
