import { microphonePermission } from './permission';

export interface Watcher {
  /** Something was plugged in or pulled out. */
  devicesChanged: () => void;
  /** The person has changed, in the browser's own settings, whether this page may use a microphone. */
  permissionChanged: (permission: PermissionState) => void;
}

/** Tells of both until the returned function is called. */
export function watch({ devicesChanged, permissionChanged }: Watcher): () => void {
  const told = new AbortController();
  const { signal } = told;
  navigator.mediaDevices?.addEventListener('devicechange', devicesChanged, { signal });
  void microphonePermission().then((status) =>
    status?.addEventListener('change', () => permissionChanged(status.state), { signal }),
  );
  return () => told.abort();
}
