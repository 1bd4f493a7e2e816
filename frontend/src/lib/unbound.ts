/**
 * Makes connections that go by whatever way the system has. Chromium binds the sound of a page that may use the microphone to
 * the addresses that it knows, and learns of a new one up to two seconds after the network has changed; that of a frame
 * that may not it binds to none (docs/decisions/0022). Other browsers make their own, and so does Chromium on Android,
 * where echo is taken out of what the same page plays alone.
 */
export function unbound(): typeof RTCPeerConnection {
  const { userAgentData } = navigator as { userAgentData?: { platform: string } };
  if (!userAgentData || userAgentData.platform === 'Android') return RTCPeerConnection;
  const frame = document.querySelector('iframe') ?? document.createElement('iframe');
  frame.hidden = true;
  frame.allow = "microphone 'none'";
  if (!frame.isConnected) document.body.append(frame);
  return (frame.contentWindow as Window & typeof globalThis).RTCPeerConnection;
}
