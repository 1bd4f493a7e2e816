/** The server's words for people in what it has answered; null where there are none. */
export function detailOf(answer: unknown): string | null {
  const detail = (answer as { detail?: unknown } | null)?.detail;
  return typeof detail === 'string' ? detail : null;
}
