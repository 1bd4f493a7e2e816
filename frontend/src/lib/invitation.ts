/** The invitation in this page's address. It stands after the # so that it never reaches a server's log. */
export function invitation(): string | null {
  return location.hash.slice(1) || null;
}

/** The invitation in a path that has a #, rewritten to %23 on its way (mail filters do so, once or twice). */
export function fromPath(path: string): string | null {
  return /^\/%(?:25)*23\/?([\w.-]+)/.exec(path)?.[1] ?? null;
}

/** Puts an invitation that stands in the path behind the # again, so that nobody is sent it from here on. */
export function mendAddress(): void {
  const token = fromPath(location.pathname);
  if (token) history.replaceState(null, '', `/#${token}`);
}

const key = (token: string): string => `seat of ${token}`;

/** What brings this tab back to the seat it had by this invitation, also after the page was loaded anew. */
export function keptSeat(token: string): string | null {
  return sessionStorage.getItem(key(token));
}

export function keepSeat(token: string, resume: string): void {
  sessionStorage.setItem(key(token), resume);
}

export function forgetSeat(token: string): void {
  sessionStorage.removeItem(key(token));
}
