/** The invitation in this page's address. It stands after the # so that it never reaches a server's log. */
export function invitation(): string | null {
  return location.hash.slice(1) || null;
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
