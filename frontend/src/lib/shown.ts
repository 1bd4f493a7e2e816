/** Calls back at every moment at which this page is shown again, until the signal. */
export function onShown(callback: () => void, signal: AbortSignal): void {
  const changed = (): void => {
    if (document.visibilityState === 'visible') callback();
  };
  document.addEventListener('visibilitychange', changed, { signal });
}
