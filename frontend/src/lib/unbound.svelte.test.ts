import { expect, test, vi } from 'vitest';
import { FakePeer } from './testing';
import { unbound } from './unbound';

class OfTheFrame {}

function isBrowser(userAgentData?: { platform: string }): void {
  vi.stubGlobal('RTCPeerConnection', FakePeer);
  vi.stubGlobal('navigator', { userAgentData });
  const itsWindow = { RTCPeerConnection: OfTheFrame } as unknown as Window;
  vi.spyOn(console, 'error').mockReturnValue(); // happy-dom loads no frame, and says so
  vi.spyOn(HTMLIFrameElement.prototype, 'contentWindow', 'get').mockReturnValue(itsWindow);
}

const frames = (): unknown[] =>
  [...document.querySelectorAll('iframe')].map(({ hidden, allow }) => [hidden, allow]);

test('Chromium makes them in a frame that may not use the microphone, the same one each time', () => {
  isBrowser({ platform: 'Windows' });
  expect([unbound(), unbound()]).toEqual([OfTheFrame, OfTheFrame]);
  expect(frames()).toEqual([[true, "microphone 'none'"]]);
  document.querySelector('iframe')!.remove();
});

test.each([[undefined], [{ platform: 'Android' }]])('others make their own: %o', (browser) => {
  isBrowser(browser);
  expect(unbound()).toBe(FakePeer);
  expect(frames()).toEqual([]);
});
