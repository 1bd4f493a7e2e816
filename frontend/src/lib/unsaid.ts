/** How each goodbye that the server has not been told yet is given up, by its invitation. */
export const unsaid = new Map<string, () => void>();

/** This tab comes back to its seat by this invitation: that it has left is not told any more. */
export const takeBackGoodbye = (token: string): void => unsaid.get(token)?.();
