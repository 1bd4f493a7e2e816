/** As Chromium on telephones tells it (Network Information API); others do not, and most have no `type`. */
type Networked = Navigator & { connection?: EventTarget & { type?: string } };

/**
 * Calls back when this machine has come to another network, as far as its browser tells: it is online again, or went from
 * Wi-Fi to mobile and was online all the while. Until the returned function is called.
 */
export function onNetworkChange(changed: () => void): () => void {
  const { connection } = navigator as Networked;
  let type = connection?.type;
  const look = (): void => {
    const before = type;
    type = connection?.type;
    if (type !== before && type !== 'none') changed(); // it also tells that the same network has become faster
  };
  addEventListener('online', changed);
  connection?.addEventListener('change', look);
  return () => {
    removeEventListener('online', changed);
    connection?.removeEventListener('change', look);
  };
}
