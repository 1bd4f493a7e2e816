const PRESSED = 'button, summary, a';
const PRESSED_ONCE = 'button:not([data-each-press]), summary, a';

const DOUBLE_TAP_MS = 500;
const NEAR_PX = 30;

/** The last click of a finger or a pen: not every browser counts these. */
let tapped: MouseEvent | undefined;

/**
 * Lets no button of the page take what is no press of its own: the second click of a double click, and a key that is held.
 * Of a button with `data-each-press` each click is meant. Both listen before the buttons do.
 */
export function onlyFirstClick(event: MouseEvent): void {
  if (event.detail > 1 || isTappedAgain(event)) stop(event, PRESSED_ONCE);
}

export function onlyFirstKey(event: KeyboardEvent): void {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) stop(event, PRESSED);
}

/** The same place is meant, whatever has come there: the answer to a question that the first tap has opened, for example. */
function isTappedAgain(event: MouseEvent): boolean {
  const { pointerType } = event as PointerEvent;
  if (pointerType !== 'touch' && pointerType !== 'pen') return false;
  const before = tapped;
  tapped = event;
  return (
    !!before &&
    event.timeStamp - before.timeStamp < DOUBLE_TAP_MS &&
    Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY) < NEAR_PX
  );
}

function stop(event: Event, at: string): void {
  if (!(event.target instanceof Element && event.target.closest(at))) return;
  event.preventDefault();
  event.stopPropagation();
}
