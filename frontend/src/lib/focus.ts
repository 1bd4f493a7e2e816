/** For what a new page begins with: whoever uses a keyboard or a screen reader goes on from there. */
export function takesFocus(element: HTMLElement): void {
  element.focus({ preventScroll: true });
}

/**
 * Where what has the focus goes away, a question with its answer for example, the focus stays at what is around it: else
 * whoever uses a keyboard or a screen reader would begin again at the top of the page.
 */
export function keepsFocus(element: HTMLElement): () => void {
  let around: HTMLElement[] = [];
  const noted = (event: FocusEvent): void => {
    around = [];
    for (let at = event.target as HTMLElement | null; at && at !== element; at = at.parentElement)
      around.push(at);
  };
  const observer = new MutationObserver(() => {
    const lost = around[0]?.isConnected === false && document.activeElement === document.body;
    if (lost)
      around
        .find((at) => at.isConnected && at.tabIndex === -1 && at.hasAttribute('tabindex'))
        ?.focus({ preventScroll: true });
  });
  element.addEventListener('focusin', noted);
  observer.observe(element, { childList: true, subtree: true });
  return () => {
    element.removeEventListener('focusin', noted);
    observer.disconnect();
  };
}
