import { type Bytes } from '../sealed/bytes';
import { expand, extract } from '../sealed/hkdf';
import { readKey } from '../sealed/link-key';
import { type NewKey, keyOf } from '../sealed/new-key';

/** What is wrong with the key of a link: it is not there, not whole, or another group's or an earlier one. */
export type GroupKeyProblem = 'missing' | 'broken' | 'other';

const SALT = 'balint group 1';
const SECRET_BYTES = 16;

/** What is wrong with this key for the group of this lock; null where nothing is. */
export async function keyProblem(
  key: string | null,
  lock: string,
): Promise<GroupKeyProblem | null> {
  if (key === null) return 'missing';
  const secret = await readKey(key);
  if (secret === undefined) return 'broken';
  return (await keyOf(secret)).lock === lock ? null : 'other';
}

/**
 * The key of one meeting's circle. It follows from the group's and from the circle's name, and nobody comes from it to the
 * group's, nor to another meeting's. Rejects where the group's is not whole.
 */
export async function circleKey(groupKey: string, circle: string): Promise<NewKey> {
  const pseudorandomKey = await extract(bytes(SALT), await secretOf(groupKey));
  return keyOf(await expand(pseudorandomKey, bytes(`circle\0${circle}`), SECRET_BYTES));
}

/** The same of who has that key alone. */
export async function keyOfCircle(key: string): Promise<NewKey> {
  return keyOf(await secretOf(key));
}

async function secretOf(key: string): Promise<Bytes> {
  const secret = await readKey(key);
  if (secret === undefined) throw new RangeError('the key is not whole');
  return secret;
}

function bytes(text: string): Bytes {
  return new TextEncoder().encode(text);
}
