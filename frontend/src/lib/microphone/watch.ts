import { microphonePermission } from './permission';

export interface Watcher {
  /** Something was plugged in or pulled out. */
  devicesChanged: () => void;
  /** Whether this page may use a microphone: at first, and when the person has changed it in the browser's settings. */
  permitted: (permission: PermissionState) => void;
}

/** Tells of both until the returned function is called. */
export function watch({ devicesChanged, permitted }: Watcher): () => void {
  const told = new AbortController();
  const { signal } = told;
  navigator.mediaDevices?.addEventListener('devicechange', devicesChanged, { signal });
  void microphonePermission().then((status) => {
    if (!status || signal.aborted) return;
    status.addEventListener('change', () => permitted(status.state), { signal });
    permitted(status.state);
  });
  return () => told.abort();
}
