import type { LostLinkAsked, MailOffer } from '../protocol';

const ANSWERS_WITHIN_MS = 15_000;

/** Whether this server sends mail: only then can a lost link be asked for. */
export async function sendsMail(): Promise<boolean> {
  const answer = await asked<MailOffer>('/api/mail');
  return answer?.is === 'ok' && answer.value.sends;
}

/** What the server says to whoever asks for a link to be sent to this address; null where it does not answer. */
export async function askForLink(address: string): Promise<string | null> {
  const answer = await asked<LostLinkAsked>('/api/group/lost-link', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ address }),
  });
  return answer?.is === 'ok' ? answer.value.detail : (answer?.words ?? null);
}

type Answer<T> = { is: 'ok'; value: T } | { is: 'refused'; words: string | null };

async function asked<T>(path: string, request: RequestInit = {}): Promise<Answer<T> | null> {
  try {
    const response = await fetch(path, {
      ...request,
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    });
    const value: unknown = await response.json();
    if (response.ok) return { is: 'ok', value: value as T };
    const { detail } = value as { detail?: unknown };
    return { is: 'refused', words: typeof detail === 'string' ? detail : null };
  } catch {
    return null;
  }
}
