import { expect, test, vi } from 'vitest';
import { Media } from './media';

test('in a browser that knows no WebRTC the sound is lost, and nothing else', () => {
  const lost = vi.fn();
  const media = new Media({ send: vi.fn(), stands: vi.fn(), lost });
  media.connect({ line: 'line-1', sdp: 'v=0' });
  media.connect({ line: 'line-1', sdp: 'v=0' });
  expect(lost.mock.calls).toEqual([
    ['line-1', 1],
    ['line-1', 2],
  ]);
  expect(media.line).toBeNull();
  media.ears.close();
});
