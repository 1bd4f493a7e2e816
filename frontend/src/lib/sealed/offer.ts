/** How a voice is coded: its packets are all of one size while somebody speaks, and pauses stay (docs/decisions/0028). */
const CODED = 'minptime=10;useinbandfec=1;usedtx=1;cbr=1';
/** Below 96 a number stands for another codec by itself (RFC 3551). */
const OPUS = /^a=rtpmap:(9[6-9]|1[0-2]\d) opus\/48000\/2$/;
/** Who is at the other end, by which ways, and whose voice a section is: nothing of how it is coded. */
const BESIDE =
  /^[costv]=|^a=(candidate|end-of-candidates|extmap-allow-mixed|fingerprint|group|ice-(lite|options|pwd|ufrag)|mid|msid(-semantic)?|recvonly|rtcp-(mux|rsize)|sendonly|setup|ssrc)(:|$)/;

/**
 * The offer of a sealed circle, whatever the server has written: what is not known here goes, as browsers read some lines in more
 * ways than one. How voices are coded the page says itself (RFC 6562, section 3), each packet holds one frame, and no header has
 * an extension, of which one tells how loud a packet is: any of it would let the server guess at what is said. And no other
 * codec is taken: what is opened, or is silence, would be noise in it.
 */
export function onlyConstantOpus(sdp: string): string {
  const sections = sdp.split(/[\r\n]+(?=m=)/);
  return sections.flatMap((section) => ofSection(section.split(/[\r\n]+/))).join('');
}

function ofSection(lines: string[]): string[] {
  const opus = lines.flatMap((line) => OPUS.exec(line)?.[1] ?? []);
  const left = lines.flatMap((line) => {
    const [first, port, protocol, ...types] = line.split(/\s+/);
    if (first!.startsWith('m='))
      return [first, port, protocol, ...types.filter((type) => opus.includes(type))].join(' ');
    const type = OPUS.exec(line)?.[1];
    if (type) return [line, `a=fmtp:${type} ${CODED}`];
    return BESIDE.test(line) || opus.some((type) => first === `a=rtcp-fb:${type}`) ? line : [];
  });
  return left.map((line) => `${line}\r\n`);
}
