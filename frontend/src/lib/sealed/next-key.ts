/**
 * What a page's own key is followed by when somebody comes: everybody who has it makes the next one themselves, and nobody comes
 * back from that to what was said before (docs/decisions/0030).
 */

import type { OwnKey } from './box';
import type { Bytes } from './bytes';
import { BASE_BYTES } from './circle-keys';
import { expand } from './hkdf';

const LABEL = new TextEncoder().encode('next\0');

export function nextBase(base: Bytes): Promise<Bytes> {
  return expand(base, LABEL, BASE_BYTES);
}

export async function nextKey({ keyId, base, epoch }: OwnKey): Promise<OwnKey> {
  return { keyId: keyId + 2n, base: await nextBase(base), epoch };
}
