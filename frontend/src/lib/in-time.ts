/** For so long the server is waited for. */
export const ANSWERS_WITHIN_MS = 15_000;

/** What is waited for, as a part of the page that is being loaded. Rejects where it does not come in time. */
export function inTime<T>(awaited: Promise<T>, withinMs = ANSWERS_WITHIN_MS): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(reject, withinMs);
    awaited.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
