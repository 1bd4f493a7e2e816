const SIZES = [1, 0.9, 0.8, 0.65];

/**
 * Makes words smaller, until they stand within the ellipse that they are the middle of: whoever spaces letters, words and lines
 * out (WCAG 1.4.12), or has another font, reads all of them there. Tells the style
 * by `--fit`. `tell` is told the first of `edges`, each so many pixels within the ellipse, that none of them crosses. Where
 * they cross all, they stay as small as they may be: then nothing is to be drawn that would strike them through.
 */
export function fits(
  tell: (edge: number | undefined) => void,
  edges: readonly number[],
): (words: HTMLElement) => () => void {
  return (words) => {
    const floor = words.parentElement!;
    const withinAt = (edge: number): boolean =>
      SIZES.some((size) => {
        words.style.setProperty('--fit', `${size}`);
        return stand(words, floor, edge);
      });
    const fit = (): void => tell(edges.find(withinAt));
    const observer = new ResizeObserver(fit);
    observer.observe(words);
    observer.observe(floor);
    return () => observer.disconnect();
  };
}

/** Whether each line of these words is within the ellipse, clear of its edge. What only a screen reader says takes no part. */
function stand(words: HTMLElement, floor: HTMLElement, edge: number): boolean {
  const { left, top, width, height } = floor.getBoundingClientRect();
  const [rx, ry] = [width / 2, height / 2];
  const within = (x: number, y: number): boolean =>
    ((x - left - rx) / (rx - edge)) ** 2 + ((y - top - ry) / (ry - edge)) ** 2 <= 1;
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
