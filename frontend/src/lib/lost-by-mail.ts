import type { MailOffer } from '../protocol';
import { post } from './api';
import { detailOf } from './detail';
import { ANSWERS_WITHIN_MS } from './in-time';

/** Whether this server sends mail: only then can a lost link be asked for. */
export async function sendsMail(): Promise<boolean> {
  const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS);
  const response = await fetch('/api/mail', { signal }).catch(() => null);
  const offer: unknown = response?.ok ? await response.json().catch(() => null) : null;
  return (offer as MailOffer | null)?.sends ?? false;
}

/** What the server says to whoever asks for a link to be sent to this address; null where it does not answer. */
export async function askForLink(address: string): Promise<string | null> {
  const response = await post('/api/group/lost-link', JSON.stringify({ address }));
  return detailOf(await response?.json().catch(() => null));
}
