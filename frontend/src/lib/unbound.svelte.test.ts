import { expect, test, vi } from 'vitest';
import { FakePeer } from './testing';
import { unbound } from './unbound';

class OfTheFrame {}

function isBrowser(userAgentData?: { platform: string }, maxTouchPoints = 0): void {
  vi.stubGlobal('RTCPeerConnection', FakePeer);
  vi.stubGlobal('navigator', { userAgentData, maxTouchPoints });
  const itsWindow = { RTCPeerConnection: OfTheFrame } as unknown as Window;
  vi.spyOn(console, 'error').mockReturnValue(); // happy-dom loads no frame, and says so
  vi.spyOn(HTMLIFrameElement.prototype, 'contentWindow', 'get').mockReturnValue(itsWindow);
}

/** A frame that an extension of the browser has put into the page, of another site than the page. */
function aForeignFrame(): void {
  const frame = document.body.appendChild(document.createElement('iframe'));
  Object.defineProperty(frame, 'contentWindow', { get: refuse });
}

function refuse(): never {
  throw new DOMException('Blocked a frame from accessing a cross-origin frame.', 'SecurityError');
}

const madeBy = (): unknown => unbound({}).constructor;
const frames = (): unknown[] =>
  [...document.querySelectorAll('iframe')].map(({ hidden, allow }) => [hidden, allow]);

test('Chromium makes them in a frame that may not use the microphone, the same one each time', () => {
  isBrowser({ platform: 'Windows' });
  expect([madeBy(), madeBy()]).toEqual([OfTheFrame, OfTheFrame]);
  expect(frames()).toEqual([[true, "microphone 'none'"]]);
  document.querySelector('iframe')!.remove();
});

test('a frame that is there already, of another site, is left alone', () => {
  isBrowser({ platform: 'Windows' });
  aForeignFrame();
  expect(madeBy()).toBe(OfTheFrame);
  expect(frames()).toEqual([
    [false, ''],
    [true, "microphone 'none'"],
  ]);
  document.querySelectorAll('iframe').forEach((frame) => frame.remove());
});

test.each<[string, () => unknown]>([
  ['the frame cannot be used', refuse],
  ['it knows no WebRTC', () => ({})],
  ['it makes none', () => ({ RTCPeerConnection: refuse })],
])('where an extension forbids it, so that %s, it makes its own', (_, contentWindow) => {
  isBrowser({ platform: 'Windows' });
  vi.spyOn(HTMLIFrameElement.prototype, 'contentWindow', 'get').mockImplementation(
    contentWindow as () => Window,
  );
  expect(madeBy()).toBe(FakePeer);
  document.querySelector('iframe')!.remove();
});

test('so does Linux with a touch screen, for Android may call itself that', () => {
  isBrowser({ platform: 'Linux' }, 5);
  expect(madeBy()).toBe(FakePeer);
  isBrowser({ platform: 'Linux' }, 0);
  expect(madeBy()).toBe(OfTheFrame);
  document.querySelector('iframe')!.remove();
});

test.each([[undefined], [{ platform: 'Android' }]])('others make their own: %o', (browser) => {
  isBrowser(browser);
  expect(madeBy()).toBe(FakePeer);
  expect(frames()).toEqual([]);
});
