/** Gives a file to this person's browser, to be kept where they keep such files. */
export function saves(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A name for a file that every system takes. */
export function fileName(name: string, ending: string): string {
  const plain = name
    .replace(/[^\p{L}\p{M}\p{N} -]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
  return `${plain || 'group'}.${ending}`;
}
