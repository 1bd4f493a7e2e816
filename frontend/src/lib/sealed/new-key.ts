import type { Bytes } from './bytes';
import { CircleKeys } from './circle-keys';
import { newSecret, writtenKey } from './link-key';

/** The key of a circle, as its links have it. Its `lock` is all that the server is told. */
export interface NewKey {
  key: string;
  lock: string;
}

/** That of a circle that is about to be opened. */
export function newKey(): Promise<NewKey> {
  return keyOf(newSecret());
}

export async function keyOf(secret: Bytes): Promise<NewKey> {
  const keys = await CircleKeys.from(secret);
  return { key: await writtenKey(secret), lock: await keys.lock() };
}
