/** What a page is, and of what. */
export function titled(...parts: (string | false)[]): string {
  return parts.filter(Boolean).join(' · ');
}
