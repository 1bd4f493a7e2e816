import { expect, it } from 'vitest';

import { withoutContours } from './offer';

const section = (parameters: string): string =>
  [
    'm=audio 9 UDP/TLS/RTP/SAVPF 111 63',
    'a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level vad=on',
    'a=extmap:3 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
    'a=rtpmap:111 opus/48000/2',
    `a=fmtp:111 ${parameters}`,
    'a=rtpmap:63 red/48000/2',
    'a=fmtp:63 111/111',
    '',
  ].join('\r\n');

it.each([
  ['minptime=10;useinbandfec=1', 'minptime=10;useinbandfec=1;cbr=1'],
  ['minptime=10;cbr=0', 'minptime=10;cbr=1'],
  ['cbr=1', 'cbr=1'],
])(
  'whatever the server offers (%s), speech has packets of one size and tells no level',
  (asked, is) => {
    const sdp = withoutContours(section(asked));
    expect(sdp).toContain(`a=fmtp:111 ${is}\r\n`);
    expect(sdp).not.toContain('ssrc-audio-level');
    expect(sdp).toContain('abs-send-time');
  },
);

it('leaves alone what is not Opus', () => {
  expect(withoutContours(section('minptime=10'))).toContain('a=fmtp:63 111/111\r\n');
});
