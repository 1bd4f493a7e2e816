/** How a voice is coded: its packets are all of one size while somebody speaks, and pauses stay (docs/decisions/0028). */
const CODED = 'minptime=10;useinbandfec=1;usedtx=1;cbr=1';

/**
 * The offer of a sealed circle, whatever the server has written, and however its lines end: how voices are coded the page says
 * itself (RFC 6562, section 3), and no header has an extension, of which one tells how loud a packet is. Either would let the
 * server guess at what is said.
 */
export function withoutContours(sdp: string): string {
  return sdp
    .replace(/^a=(extmap|fmtp):[^\n]*\n?/gim, '')
    .replace(
      /^a=rtpmap:(\d+) opus\/[^\n]*\n/gim,
      (line, type: string) => `${line}a=fmtp:${type} ${CODED}\r\n`,
    );
}
