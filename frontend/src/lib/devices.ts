/** Chromium lists the usual device once more under these ids, of microphones and of outputs. */
export const isAlias = (id: string): boolean => id === 'default' || id === 'communications';
