import { inTime } from './in-time';
import type { NewKey } from './sealed/new-key';

/** What is said where there is none. */
interface Words {
  sealing: { cannot: string };
  part: { unloaded: string };
}

/**
 * The key of something new, and its lock; or, in words, why there is none: this browser makes none, or what makes it has not
 * come. It is made here, and stays in the links: the server is told nothing but its lock.
 */
export async function makeKey({ sealing, part }: Words): Promise<NewKey | string> {
  if (!crypto.subtle) return sealing.cannot;
  const loaded = await inTime(import('./sealed/new-key')).catch(() => null);
  return loaded ? loaded.newKey() : part.unloaded;
}
