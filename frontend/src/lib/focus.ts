/** For what a new page begins with: whoever uses a keyboard or a screen reader goes on from there. */
export function takesFocus(element: HTMLElement): void {
  element.focus({ preventScroll: true });
}

/** An element and all that is around it, inside out. */
function around(element: Element | null): HTMLElement[] {
  const path: HTMLElement[] = [];
  for (let at = element; at instanceof HTMLElement && at !== document.body; at = at.parentElement)
    path.push(at);
  return path;
}

/** What has nothing in it any more has no height: nobody would see the focus there. (Safari before 17.4 can say no more.) */
function isHere(element: HTMLElement): boolean {
  return element.isConnected && (element.checkVisibility?.() ?? true) && element.offsetHeight > 0;
}

/** Gives the focus to the first of these that is still here, or to what is around it; else to the page's main part. */
function focusNearest(path: readonly HTMLElement[]): void {
  const [first, ...outside] = path;
  const holder = outside.find((at) => at.getAttribute('tabindex') === '-1' && isHere(at));
  const nearest = first && isHere(first) && !first.matches(':disabled') ? first : holder;
  const main = document.querySelector('main');
  if (!nearest && main) main.tabIndex = -1;
  (nearest ?? main)?.focus({ preventScroll: nearest !== first });
}

/** Whether nothing has the focus: then a keyboard begins again at the top of the page. */
function isLost(): boolean {
  return document.activeElement === document.body;
}

const isClosedDialog = (at: HTMLElement): boolean => at.localName === 'dialog' && !at.isConnected;

/** Remembers what has the focus now. What it returns gives it back there, or nearby, if nothing else has it. */
export function rememberedFocus(): () => void {
  const path = around(document.activeElement);
  return () => {
    if (isLost()) focusNearest(path);
  };
}

/** So long after a press, what changes is its answer. */
const ANSWERED_WITHIN_MS = 2000;

/**
 * Where what has the focus goes away, a question with its answer for example, the focus stays at what is around it, or
 * at the new page's main part. What is moved, as a date among others, loses the focus and gets it back. What was pressed stays in sight where the answer moves it.
 */
export function keepsFocus(element: HTMLElement): () => void {
  let path: HTMLElement[] = [];
  let pressed: Element | null = null;
  let pressedMs = -Infinity;
  let left = false;
  const noted = (event: FocusEvent): void => {
    path = around(event.target as Element);
    left = false;
  };
  /** By hand, if it is so a moment later: what was moved has the focus again by then. */
  const leaves = (): unknown => setTimeout(() => (left = isLost()));
  const isMoved = ({ addedNodes }: MutationRecord): boolean =>
    !left && [...addedNodes].some((node) => node.contains(path[0]!));
  const clicked = (): void => {
    pressed = document.activeElement;
    pressedMs = performance.now();
  };
  /** Chromium takes the focus away from what is hidden when it draws next, and then nothing tells of it. */
  const goes = (at: HTMLElement): boolean =>
    (isLost() || at === document.activeElement) && !isHere(at);
  const observer = new MutationObserver((changes) => {
    if (
      path[0] &&
      (goes(path[0]) || (isLost() && changes.some(isMoved))) &&
      !path.some(isClosedDialog)
    )
      focusNearest(path);
    if (performance.now() - pressedMs < ANSWERED_WITHIN_MS && document.activeElement === pressed)
      pressed?.scrollIntoView({ block: 'nearest' });
  });
  element.addEventListener('focusin', noted);
  element.addEventListener('focusout', leaves);
  element.addEventListener('click', clicked);
  observer.observe(element, { childList: true, subtree: true });
  return () => {
    element.removeEventListener('focusin', noted);
    element.removeEventListener('focusout', leaves);
    element.removeEventListener('click', clicked);
    observer.disconnect();
  };
}
