/** For so long the server is waited for. */
export const ANSWERS_WITHIN_MS = 15_000;

/** A part of the page as soon as it is loaded. Rejects where the server does not send it in time, as one that has stopped. */
export function inTime<T>(part: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    setTimeout(reject, ANSWERS_WITHIN_MS);
    part.then(resolve, reject);
  });
}
