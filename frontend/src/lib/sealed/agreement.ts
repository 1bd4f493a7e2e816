import type { Bytes } from './bytes';
import { CircleKeys } from './circle-keys';
import { KEY_LETTERS, readKey } from './link-key';

/**
 * Why nobody may come in by this link. `missing`: the circle is sealed, and the link has no key; `cut`, `mistyped`: its key is
 * not whole, or has a wrong character; `foreign`: it is another circle's; `unlocked`: the server says that the circle is not
 * sealed at all; `unable`: this browser cannot seal.
 */
export type KeyProblem = 'missing' | 'cut' | 'mistyped' | 'foreign' | 'unlocked' | 'unable';

/** What a link's key and the circle's door make of each other. `digits` are for comparing aloud. */
export type Agreement = { is: 'sealed'; secret: Bytes; digits: string } | { is: KeyProblem };

/** `lock` is what the door says: null where the circle has none, undefined while the door cannot be read. */
export async function agreed(
  key: string,
  lock: string | null | undefined,
  able: boolean | Promise<boolean> = canSeal(),
): Promise<Agreement> {
  if (!(await able)) return { is: 'unable' };
  if (key.length < KEY_LETTERS) return { is: 'cut' };
  const secret = await readKey(key);
  if (!secret) return { is: 'mistyped' };
  if (lock === null) return { is: 'unlocked' };
  const keys = await CircleKeys.from(secret);
  if (lock !== undefined && lock !== (await keys.lock())) return { is: 'foreign' };
  return { is: 'sealed', secret, digits: await keys.digits() };
}

/** Without https a browser has neither WebCrypto nor a microphone; an older one knows no X25519 (RFC 7748). */
async function canSeal(): Promise<boolean> {
  if (typeof RTCRtpScriptTransform === 'undefined' || !crypto.subtle) return false;
  return crypto.subtle.generateKey('X25519', false, ['deriveBits']).then(
    () => true,
    () => false,
  );
}
