const GAP = 8;
/** So much room is enough for a part of a long list, which is scrolled then. */
const ENOUGH = 320;

/**
 * Puts an open popover under the button it belongs to, or above where there is no room, and always inside the page; where
 * there is room for it, or enough for a part, above one's own part, which is never covered then.
 */
function place(menu: HTMLElement, button: Element): void {
  const at = button.getBoundingClientRect();
  const dock = document.querySelector('.dock')?.getBoundingClientRect().top ?? innerHeight;
  const floor = Math.min(dock, innerHeight);
  const below = floor - at.bottom - 2 * GAP;
  menu.style.maxHeight = below > ENOUGH ? `${below}px` : '';
  const own = menu.getBoundingClientRect();
  const end = (own.height + 2 * GAP < floor ? floor : innerHeight) - own.height - GAP;
  const left = at.left + at.width / 2 - own.width / 2;
  const above = at.top - own.height - GAP;
  const top = at.bottom + GAP > end && above > GAP ? above : at.bottom + GAP;
  menu.style.left = `${Math.max(GAP, Math.min(left, innerWidth - own.width - GAP))}px`;
  menu.style.top = `${Math.max(GAP, Math.min(top, end))}px`;
}

/**
 * For a popover that stands right behind its button: it opens beside it, stays there when the page has another size, and is
 * closed once the keyboard has left it, or it would lie over what has the focus then. Its button closes it by itself: Safari
 * gives the focus not to a button that is clicked, but to what that stands in.
 */
export function beside(opened: (menu: HTMLElement) => void): (menu: HTMLElement) => () => void {
  return (menu) => {
    const button = menu.previousElementSibling as HTMLElement;
    let open = false;
    const placeAgain = (): void => {
      if (open) place(menu, button);
    };
    menu.ontoggle = ({ newState }) => {
      open = newState === 'open';
      placeAgain();
      if (open) opened(menu);
    };
    const left = ({ relatedTarget }: FocusEvent): void => {
      if (
        relatedTarget instanceof Node &&
        !relatedTarget.contains(button) &&
        !menu.contains(relatedTarget)
      )
        menu.hidePopover?.(); // a browser that knows no popovers opens none
    };
    menu.addEventListener('focusout', left);
    button.addEventListener('focusout', left);
    addEventListener('resize', placeAgain);
    return () => removeEventListener('resize', placeAgain);
  };
}

/** What is chosen from begins at its first choice. */
export const atFirst = beside((menu) => menu.querySelector('button')?.focus());
