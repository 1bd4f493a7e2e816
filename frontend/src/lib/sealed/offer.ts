const LEVEL = /^a=extmap:.*urn:ietf:params:rtp-hdrext:ssrc-audio-level.*\r\n/gm;
const OPUS = /^a=rtpmap:(\d+) opus\//gim;

/**
 * The offer of a sealed circle, whatever the server has written: packets of speech are all of one size (RFC 6562, section 3),
 * and none tells how loud it is. Either would let the server guess at what is said.
 */
export function withoutContours(sdp: string): string {
  const types = new Set([...sdp.matchAll(OPUS)].map(([, type]) => type));
  return sdp
    .replace(LEVEL, '')
    .replace(/^a=fmtp:(\d+) (.*)\r\n/gm, (line, type: string, parameters: string) =>
      types.has(type) ? `a=fmtp:${type} ${constant(parameters)}\r\n` : line,
    );
}

function constant(parameters: string): string {
  const others = parameters.split(';').filter((each) => !/^\s*cbr\s*=/.test(each));
  return [...others, 'cbr=1'].join(';');
}
