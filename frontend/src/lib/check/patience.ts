/** For so long a check waits for each answer of the server. */
export const PATIENCE_MS = 6000;

/** What this settles with, or `late` after so long. What it would have been rejected with is `late` too. */
export function within<T, L>(ms: number, promise: Promise<T>, late: L): Promise<T | L> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(late), ms);
    promise.then(resolve, () => resolve(late)).finally(() => clearTimeout(timer));
  });
}

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, ms));
