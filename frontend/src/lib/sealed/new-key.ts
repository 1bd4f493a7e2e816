import { CircleKeys } from './circle-keys';
import { newSecret, writtenKey } from './link-key';

/** The key of a circle that is about to be opened. Its `lock` is all that the server is told. */
export interface NewKey {
  key: string;
  lock: string;
}

export async function newKey(): Promise<NewKey> {
  const secret = newSecret();
  const keys = await CircleKeys.from(secret);
  return { key: await writtenKey(secret), lock: await keys.lock() };
}
