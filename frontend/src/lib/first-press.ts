const PRESSED = 'button, summary, a';

/**
 * Lets no button of the page take what is no press of its own: the second click of a double click, and a key that is held.
 * What a button with `data-each-press` does is meant each time. Both listen before the buttons do.
 */
export function onlyFirstClick(event: MouseEvent): void {
  if (event.detail > 1 && pressed(event)) stop(event);
}

export function onlyFirstKey(event: KeyboardEvent): void {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ') && pressed(event)) stop(event);
}

function pressed(event: Event): boolean {
  const button = event.target instanceof Element && event.target.closest<HTMLElement>(PRESSED);
  return !!button && button.dataset.eachPress === undefined;
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
