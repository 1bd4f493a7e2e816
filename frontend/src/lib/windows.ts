import { keptSeat } from './invitation';

/*
 * One seat in several windows of one browser. A Web Lock says which of them is in the circle: it goes with its window,
 * however that ends. Where a browser has no Web Locks nothing is known here, and the server asks.
 */

const LOOKS_MAX = 8;
const LOOKS_EVERY_MS = 100;
const TELLS_WITHIN_MS = 1500;
const ASKS = 'asks for the seat';

const nameOf = (token: string): string => `seat of ${token}`;

/**
 * Whether another window of this browser is in the circle by this invitation. The browser says so, however late: a page
 * that is slow is not taken for a seat that is held. One that is just being loaded anew lets go of its seat a little late.
 */
export async function isHeldElsewhere(token: string): Promise<boolean> {
  for (let look = 1; await isHeld(token); look++) {
    if (look === LOOKS_MAX) return true;
    await new Promise((over) => setTimeout(over, LOOKS_EVERY_MS));
  }
  return false;
}

async function isHeld(token: string): Promise<boolean> {
  try {
    const held = locks()?.request(nameOf(token), { ifAvailable: true }, (lock) => lock === null);
    return (await held) ?? false;
  } catch {
    return false;
  }
}

/** This window is in the circle, until the returned function is called. Another that asks is told what leads to the seat. */
export function holdSeat(token: string): () => void {
  const leaving = new AbortController();
  const { signal } = leaving;
  const left = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  locks()
    ?.request(nameOf(token), { signal }, () => left)
    .catch(() => undefined);
  const channel = channelOf(token);
  channel?.addEventListener('message', ({ data }) => {
    const resume = keptSeat(token);
    if (data === ASKS && resume !== null) channel.postMessage({ resume });
  });
  return () => {
    leaving.abort();
    channel?.close();
  };
}

/** What leads this window to the seat that another one has. Null where that one does not answer. */
export async function askForSeat(token: string): Promise<string | null> {
  const channel = channelOf(token);
  if (!channel) return null;
  const answered = new Promise<string | null>((resolve) => {
    setTimeout(() => resolve(null), TELLS_WITHIN_MS);
    channel.onmessage = ({ data }: MessageEvent<{ resume?: string }>) => {
      if (data.resume !== undefined) resolve(data.resume);
    };
  });
  channel.postMessage(ASKS);
  const resume = await answered;
  channel.close();
  return resume;
}

/** By which windows speak to each other. Firefox refuses it where its person has denied all storage. */
function channelOf(token: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(nameOf(token));
  } catch {
    return null;
  }
}

/** None on a page without https, and in older browsers. */
function locks(): LockManager | undefined {
  return navigator.locks;
}
