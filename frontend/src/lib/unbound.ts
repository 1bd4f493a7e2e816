let frame: HTMLIFrameElement | undefined;

/**
 * Makes a connection that goes by whatever way the system has. Chromium binds the sound of a page that may use the microphone to
 * the addresses that it knows, and learns of a new one up to two seconds after the network has changed; that of a frame
 * that may not it binds to none (docs/decisions/0022). Other browsers make the page's own, and so does Chromium on Android,
 * where echo is taken out of what the same page plays alone.
 */
export function unbound(configuration: RTCConfiguration): RTCPeerConnection {
  try {
    if (goesUnbound()) return new (ownFrame().RTCPeerConnection)(configuration);
  } catch {
    // An extension of the browser may forbid it, and the sound of a page that has not moved is better than none.
  }
  return new RTCPeerConnection(configuration);
}

/** Android calls itself Linux where it shows a page as on a desktop, as it does by itself on a large tablet. */
function goesUnbound(): boolean {
  const { userAgentData, maxTouchPoints } = navigator as Navigator & {
    userAgentData?: { platform: string };
  };
  const platform = userAgentData?.platform ?? 'Android';
  return platform !== 'Android' && !(platform === 'Linux' && maxTouchPoints > 1);
}

/** Only the page's own: an extension may have put one of another site into it. */
function ownFrame(): Window & typeof globalThis {
  frame ??= document.createElement('iframe');
  frame.hidden = true;
  frame.allow = "microphone 'none'";
  if (!frame.isConnected) document.body.append(frame);
  return frame.contentWindow as Window & typeof globalThis;
}
