import { expect, test, vi } from 'vitest';
import { Media } from './media';

test('in a browser that knows no WebRTC no sound is asked for again', () => {
  vi.useFakeTimers();
  const [send, lost, impossible] = [vi.fn(), vi.fn(), vi.fn()];
  const media = new Media({
    send,
    stands: vi.fn(),
    impossible,
    quiet: vi.fn(),
    answers: () => true,
    lost,
    unsealed: vi.fn(),
  });
  media.connect({ line: 'line-1', seat: 3, sdp: 'v=0' });
  vi.advanceTimersByTime(60_000);
  expect(impossible).toHaveBeenCalledOnce();
  expect([send.mock.calls, lost.mock.calls]).toEqual([[], []]);
  expect(media.line).toBeNull();
  media.activeSpeakers.close();
  vi.useRealTimers();
});
