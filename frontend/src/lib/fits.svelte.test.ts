import { expect, test, vi } from 'vitest';
import { fits } from './fits';

const observers: (() => void)[] = [];

class Observer {
  constructor(then: () => void) {
    observers.push(then);
  }
  observe(): void {}
  disconnect(): void {}
}

/** One line in the middle of a floor of 200 by 100, as wide as the size of its letters makes it. */
function shown(widthPx: number, tell: (edge: number | undefined) => void): HTMLElement {
  vi.stubGlobal('ResizeObserver', Observer);
  const floor = document.createElement('div');
  const words = document.createElement('div');
  words.append(document.createElement('h2'));
  floor.append(words);
  floor.getBoundingClientRect = () => new DOMRect(0, 0, 200, 100);
  vi.spyOn(Range.prototype, 'getClientRects').mockImplementation(() => {
    const width = widthPx * Number(words.style.getPropertyValue('--fit'));
    return [new DOMRect(100 - width / 2, 40, width, 20)] as unknown as DOMRectList;
  });
  fits(tell, [10, 0])(words);
  observers.at(-1)!();
  return words;
}

test.each([
  [150, '1', 10],
  [210, '0.8', 10],
  [290, '0.65', 0],
  [400, '0.65', undefined],
])('words %i px wide become as small as it takes, and no smaller', (widthPx, fit, edge) => {
  const tell = vi.fn();
  const words = shown(widthPx, tell);
  expect(words.style.getPropertyValue('--fit')).toBe(fit);
  expect(tell).toHaveBeenLastCalledWith(edge);
});
