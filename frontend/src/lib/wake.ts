/** Keeps the screen on until the returned function is called. A browser that cannot is left alone. */
export function stayAwake(): () => void {
  let lock: WakeLockSentinel | undefined;
  let wanted = true;
  const take = async (): Promise<void> => {
    if (document.visibilityState !== 'visible') return;
    const taken = await navigator.wakeLock?.request('screen').catch(() => undefined);
    if (wanted) lock = taken;
    else await taken?.release();
  };
  document.addEventListener('visibilitychange', take);
  void take();
  return () => {
    wanted = false;
    document.removeEventListener('visibilitychange', take);
    void lock?.release();
  };
}
