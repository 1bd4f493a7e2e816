const GAP = 8;

/** Puts an open popover under the button it belongs to, or above where there is no room, and always inside the page. */
export function placeBeside(menu: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const own = menu.getBoundingClientRect();
  const left = at.left + at.width / 2 - own.width / 2;
  const below = at.bottom + own.height + GAP < innerHeight;
  const top = below ? at.bottom + GAP : at.top - own.height - GAP;
  menu.style.left = `${Math.max(GAP, Math.min(left, innerWidth - own.width - GAP))}px`;
  menu.style.top = `${Math.max(GAP, Math.min(top, innerHeight - own.height - GAP))}px`;
}

/** The same for one that may be open, when the page has another size. */
export function placeAgain(menu: HTMLElement | undefined, button: HTMLElement | undefined): void {
  if (menu?.matches(':popover-open') && button) placeBeside(menu, button);
}

/** A popover that the keyboard has left is closed: it would lie over what has the focus then. */
export function closesBehindFocus(menu: HTMLElement): () => void {
  const left = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.hidePopover();
  };
  menu.addEventListener('focusout', left);
  return () => menu.removeEventListener('focusout', left);
}
