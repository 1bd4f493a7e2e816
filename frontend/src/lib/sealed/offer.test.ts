import { describe, expect, it } from 'vitest';

import { onlyConstantOpus } from './offer';
import offered from './offer-vectors.json';

const CODED = 'a=fmtp:111 minptime=10;useinbandfec=1;usedtx=1;cbr=1';
const LEVEL = 'urn:ietf:params:rtp-hdrext:ssrc-audio-level';
const BESIDE = ['c=IN IP4 192.0.2.1', 'a=mid:mic', 'a=rtcp-mux', 'a=recvonly'];

/** What is left of the offer of one section. */
function left(lines: string[], ending = '\r\n'): string[] {
  const sdp = onlyConstantOpus(['v=0', ...lines, ''].join(ending));
  expect(sdp).toMatch(/^v=0\r\n(.+\r\n)*$/);
  return sdp.split('\r\n').slice(1, -1);
}

it.each(['\r\n', '\n', '\r'])(
  'whatever the server offers, only Opus is sent and taken, at a constant bit rate, and tells no level (%j)',
  (ending) => {
    const section = [
      'm=audio 9 UDP/TLS/RTP/SAVPF 111 0 8 9 63 112 13 101',
      `a=extmap:1 ${LEVEL} vad=on`,
      `a=extmap:2 ${LEVEL} \u2028`,
      `a=extmap:3 urn:ietf:params:rtp-hdrext:encrypt ${LEVEL}`,
      'a=rtpmap:111 opus/48000/2',
      'a=rtpmap:0 PCMU/8000',
      'a=rtpmap:63 red/48000/2',
      'a=rtpmap:112 multiopus/48000/6',
      'a=rtpmap:101 telephone-event/8000',
      'a=rtcp-fb:111 nack',
      'a=rtcp-fb:0 nack',
      'a=fmtp:63 111/111',
      'a=fmtp:111 minptime=10;cbr=0',
      'a=ptime:60',
      'a=maxptime:120',
      'b=TIAS:6000',
      ...BESIDE,
    ];
    expect(left(section, ending)).toEqual([
      'm=audio 9 UDP/TLS/RTP/SAVPF 111',
      'a=rtpmap:111 opus/48000/2',
      CODED,
      'a=rtcp-fb:111 nack',
      ...BESIDE,
    ]);
  },
);

describe('a line that browsers read in more ways than one', () => {
  const OPUS = ['m=audio 9 UDP/TLS/RTP/SAVPF 111', 'a=rtpmap:111 opus/48000/2'];

  it.each([
    ...[
      'a= ptime:60',
      ' a=ptime:60',
      'a=:ptime:60',
      'a=ptime :60',
      'A=PTIME:60',
      'a=x\ra=ptime:60',
    ],
    ...[
      'a=rtpmap:111 PCMU/8000',
      'a=rtpmap: 111 PCMU/8000',
      'a= fmtp:111 cbr=0',
      'a=fmtp:111\tcbr=0',
    ],
    ...['a=ssrc-group:FID 1 2', 'a=midptime:60', 'a=extmap-allow:1'],
  ])('is not left: %j', (line) => {
    expect(left([...OPUS, line])).toEqual([...OPUS, CODED]);
  });

  it.each(['111\t0', '111  0', '0\t111', '111 0 ', '111 00', '0 111'])(
    'names no other type of payload: %j',
    (types) => {
      const media = 'm=audio 9 UDP/TLS/RTP/SAVPF';
      for (const before of [' ', '\t', '  '])
        expect(left([media + before + types, OPUS[1]!])).toEqual([...OPUS, CODED]);
    },
  );
});

it('what is Opus in one section makes no other one of its type, and what stands for another codec is none', () => {
  const other = 'm=audio 9 UDP/TLS/RTP/SAVPF';
  const sections = [`${other} 0`, 'a=rtpmap:0 opus/48000/2', `${other} 111`, 'a=mid:3'];
  const opus = [`${other} 111`, 'a=rtpmap:111 opus/48000/2'];
  expect(left([...opus, ...sections])).toEqual([...opus, CODED, other, other, 'a=mid:3']);
});

it('what the server of this release offers stays', () => {
  const sdp = onlyConstantOpus(`${offered.join('\r\n')}\r\n`);
  expect(sdp.split('\r\n').sort()).toEqual([...offered, ''].sort());
});
