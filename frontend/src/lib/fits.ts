const SIZES = [1, 0.9, 0.8, 0.65];

/**
 * Makes words smaller, until they stand within the ellipse that they are the middle of: whoever spaces letters, words and lines
 * out (WCAG 1.4.12), or has another font, reads all of them there. Tells the style
 * by `--fit`. Where there is no room at all they stay as small as they may be, and `tell` is told so: then nothing is to be
 * drawn that would strike them through.
 */
export function fits(tell: (found: boolean) => void): (words: HTMLElement) => () => void {
  return (words) => {
    const floor = words.parentElement!;
    const fit = (): void =>
      tell(
        SIZES.some((size) => {
          words.style.setProperty('--fit', `${size}`);
          return stand(words, floor);
        }),
      );
    const observer = new ResizeObserver(fit);
    observer.observe(words);
    observer.observe(floor);
    return () => observer.disconnect();
  };
}

/** Whether each line of these words is within the ellipse. What only a screen reader says takes no part. */
function stand(words: HTMLElement, floor: HTMLElement): boolean {
  const { left, top, width, height } = floor.getBoundingClientRect();
  const within = (x: number, y: number): boolean =>
    ((2 * (x - left)) / width - 1) ** 2 + ((2 * (y - top)) / height - 1) ** 2 <= 1;
  return [...words.children]
    .filter((part) => getComputedStyle(part).position !== 'absolute')
    .flatMap((part) => lines(part))
    .every((line) =>
      [0.2, 0.8]
        .map((share) => line.top + share * line.height)
        .every((y) => within(line.left, y) && within(line.right, y)),
    );
}

function lines(part: Element): DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(part);
  return [...range.getClientRects()];
}
