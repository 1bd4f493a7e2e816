/** For so long a check waits for each answer of the server. */
export const PATIENCE_MS = 6000;

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, ms));
