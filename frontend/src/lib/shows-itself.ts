/** For what wants an answer now: where the page is scrolled, as at four times the size, it comes into sight. */
export function showsItself(element: HTMLElement): void {
  element.scrollIntoView({ block: 'nearest' });
}
