import { describe, expect, it } from 'vitest';

import { ReplayWindow } from './replay-window';

describe('the window', () => {
  it('takes each number once, in any order within its width', () => {
    const window = new ReplayWindow();
    const order = [0n, 2n, 1n, 5n, 3n, 260n, 5n + 255n - 256n + 2n];
    expect(order.map((counter) => window.takes(counter))).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(order.map((counter) => window.takes(counter))).toEqual(order.map(() => false));
  });

  it('takes nothing that is older than its width', () => {
    const window = new ReplayWindow();
    window.takes(300n);
    expect(window.takes(300n - 256n)).toBe(false);
    expect(window.takes(300n - 255n)).toBe(true);
  });

  it('forgets everything at a leap, and takes nothing twice after it', () => {
    const window = new ReplayWindow();
    for (let counter = 0n; counter < 10n; counter++) window.takes(counter);
    expect(window.takes(10_000n)).toBe(true);
    expect(window.takes(10_000n)).toBe(false);
    expect(window.takes(9n)).toBe(false);
    expect(window.takes(9_999n)).toBe(true);
  });
});
