import { expect, it } from 'vitest';

import { withoutContours } from './offer';

const LEVEL = 'urn:ietf:params:rtp-hdrext:ssrc-audio-level';

const section = (...more: string[]): string[] => [
  'm=audio 9 UDP/TLS/RTP/SAVPF 111 63',
  `a=extmap:1 ${LEVEL} vad=on`,
  `a=extmap:2 ${LEVEL} \u2028`,
  `a=extmap:3 urn:ietf:params:rtp-hdrext:encrypt ${LEVEL}`,
  'a=rtpmap:111 opus/48000/2',
  'a=rtpmap:63 red/48000/2',
  'a=rtcp-fb:111 nack',
  'a=fmtp:63 111/111',
  ...more,
];

it.each([['\r\n'], ['\n']])(
  'whatever the server offers, speech has packets of one size and tells no level (%j)',
  (ending) => {
    for (const asked of [[], ['a=fmtp:111 minptime=10;cbr=0'], ['a=fmtp: 111 stereo=1']]) {
      const sdp = withoutContours(section(...asked, '').join(ending));
      expect(sdp).not.toMatch(/extmap|cbr=0|stereo|111\/111/);
      expect(sdp.match(/a=fmtp:.*/g)).toEqual([
        'a=fmtp:111 minptime=10;useinbandfec=1;usedtx=1;cbr=1',
      ]);
      expect(sdp).toContain(`a=rtcp-fb:111 nack${ending}`);
    }
  },
);

it('what the server of this release offers stays as it is', () => {
  const offered = [
    'a=rtpmap:111 opus/48000/2',
    'a=fmtp:111 minptime=10;useinbandfec=1;usedtx=1;cbr=1',
    'a=end-of-candidates',
    '',
  ].join('\r\n');
  expect(withoutContours(offered)).toBe(offered);
});
