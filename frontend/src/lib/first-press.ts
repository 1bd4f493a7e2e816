const PRESSED = 'button, summary, a';
const PRESSED_ONCE = 'button:not([data-each-press]), summary, a';

/**
 * Lets no button of the page take what is no press of its own: the second click of a double click, and a key that is held.
 * Of a button with `data-each-press` each click is meant. Both listen before the buttons do.
 */
export function onlyFirstClick(event: MouseEvent): void {
  if (event.detail > 1) stop(event, PRESSED_ONCE);
}

export function onlyFirstKey(event: KeyboardEvent): void {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) stop(event, PRESSED);
}

function stop(event: Event, at: string): void {
  if (!(event.target instanceof Element && event.target.closest(at))) return;
  event.preventDefault();
  event.stopPropagation();
}
