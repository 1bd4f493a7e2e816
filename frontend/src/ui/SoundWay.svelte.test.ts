import { render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Way } from '../lib/way';
import SoundWay from './SoundWay.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const text = (): string => document.querySelector('[data-way]')?.textContent.trim() ?? '';

test('what way the sound takes is said as it is now, and nothing while there is none', async () => {
  let way: Way | null = null;
  const look = vi.fn(async () => way);
  const { unmount } = render(SoundWay, { look });
  const after = async (found: Way | null): Promise<string> => {
    way = found;
    await vi.advanceTimersByTimeAsync(2000);
    return text();
  };
  expect(await after(null)).toBe('');
  expect(screen.queryByRole('heading')).toBe(null);
  expect(await after({ relayed: false, by: 'udp' })).toBe('Straight to the circle’s server.');
  expect(await after({ relayed: true, by: 'udp' })).toMatch(
    /^By way of a relay[^]*no straight way\.$/,
  );
  expect(await after({ relayed: true, by: 'tls' })).toMatch(/^By way of a relay[^]*may come late/);
  expect(await after({ relayed: false, by: 'tcp' })).toMatch(/^Straight to[^]*may come late/);
  expect(await after(null)).toBe('');
  unmount();
  look.mockClear();
  await vi.advanceTimersByTimeAsync(4000);
  expect(look).not.toHaveBeenCalled();
});
