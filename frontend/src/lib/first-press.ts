import { GESTURE_MS, NEAR_PX } from './press-times';

const PRESSED = 'button, summary, a';
const PRESSED_ONCE = 'button:not([data-each-press]), summary, a';

/**
 * Whether a finger or a pen has pointed last. A click does not tell: in Safari before 18.2 and Firefox before 129 it has no
 * pointer, and in Safari until 18.3 it is always a mouse's (https://bugs.webkit.org/show_bug.cgi?id=282988).
 */
let byTouch = false;
/** The last click of a finger or a pen: not every browser counts these. */
let tapped: MouseEvent | undefined;

/**
 * Lets no button of the page take what is no press of its own: the second click of a double click, and a key that is held.
 * Of a button with `data-each-press` each click is meant. All three listen before the buttons do.
 */
export function onlyFirstClick(event: MouseEvent): void {
  if (event.detail > 1 || isTappedAgain(event)) stop(event, PRESSED_ONCE);
}

export function pointed({ pointerType }: PointerEvent): void {
  byTouch = pointerType !== 'mouse';
}

export function onlyFirstKey(event: KeyboardEvent): void {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) stop(event, PRESSED);
}

/** The same place is meant, whatever has come there: the answer to a question that the first tap has opened, for example. */
function isTappedAgain(event: MouseEvent): boolean {
  if (!byTouch || event.detail === 0) return false; // 0: of a key
  const before = tapped;
  tapped = event;
  return (
    !!before &&
    event.timeStamp - before.timeStamp < GESTURE_MS &&
    Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY) < NEAR_PX
  );
}

function stop(event: Event, at: string): void {
  if (!(event.target instanceof Element && event.target.closest(at))) return;
  event.preventDefault();
  event.stopPropagation();
}
