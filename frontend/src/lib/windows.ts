import { keptSeat } from './invitation';

/*
 * One seat in several windows of one browser. A Web Lock says which of them is in the circle: it goes with its window,
 * however that ends. Where a browser has no Web Locks nothing is known here, and the server asks.
 */

const ANSWERS_WITHIN_MS = 1500;
const ASKS = 'asks for the seat';

const nameOf = (token: string): string => `seat of ${token}`;

/** Whether another window of this browser is in the circle by this invitation. */
export async function isHeldElsewhere(token: string): Promise<boolean> {
  const locks = await navigator.locks?.query().catch(() => null);
  return locks?.held?.some(({ name }) => name === nameOf(token)) ?? false;
}

/** This window is in the circle, until the returned function is called. Another one that asks is told how to come to the seat. */
export function holdSeat(token: string): () => void {
  const leaving = new AbortController();
  const left = new Promise<void>((resolve) =>
    leaving.signal.addEventListener('abort', () => resolve()),
  );
  navigator.locks
    ?.request(nameOf(token), { signal: leaving.signal }, () => left)
    .catch(() => undefined);
  const channel = new BroadcastChannel(nameOf(token));
  channel.onmessage = ({ data }) => {
    const resume = keptSeat(token);
    if (data === ASKS && resume !== null) channel.postMessage({ resume });
  };
  return () => {
    leaving.abort();
    channel.close();
  };
}

/** What brings this window to the seat that another one has. Null where that one does not answer. */
export function askForSeat(token: string): Promise<string | null> {
  const channel = new BroadcastChannel(nameOf(token));
  return new Promise<string | null>((resolve) => {
    setTimeout(() => resolve(null), ANSWERS_WITHIN_MS);
    channel.onmessage = ({ data }: MessageEvent<{ resume?: string }>) => {
      if (data.resume) resolve(data.resume);
    };
    channel.postMessage(ASKS);
  }).finally(() => channel.close());
}
