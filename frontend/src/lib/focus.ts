/** For what a new page begins with: whoever uses a keyboard or a screen reader goes on from there. */
export function takesFocus(element: HTMLElement): void {
  element.focus({ preventScroll: true });
}
