import { expect, test } from 'vitest';
import { offerBy, serversBy } from './candidates';

const UDP = 'a=candidate:1 1 udp 2130706431 203.0.113.7 8000 typ host';
const UDP6 = 'a=candidate:2 1 udp 2130706175 2001:db8::7 8000 typ host';
const TCP = 'a=candidate:3 1 TCP 2105458943 203.0.113.7 8443 typ host tcptype passive';
const offer = (...candidates: string[]): string =>
  ['v=0', 'm=audio 8000 UDP/TLS/RTP/SAVPF 111', ...candidates, 'a=end-of-candidates', ''].join(
    '\r\n',
  );

test('an offer is narrowed to the candidates of one way, and nothing else of it changes', () => {
  const all = offer(UDP, UDP6, TCP, UDP);
  expect(offerBy('udp', all)).toBe(offer(UDP, UDP6, UDP));
  expect(offerBy('tcp', all)).toBe(offer(TCP));
  expect(offerBy('turn', all)).toBe(offer(UDP, UDP6, UDP));
});

test('a way for which the server has no candidate is not there', () => {
  expect(offerBy('tcp', offer(UDP))).toBe(null);
  expect(offerBy('udp', offer())).toBe(null);
});

test('the server’s addresses are told each once, as a firewall takes them', () => {
  const all = offer(UDP, UDP6, TCP, UDP);
  expect(serversBy('udp', all)).toEqual(['203.0.113.7:8000', '[2001:db8::7]:8000']);
  expect(serversBy('tcp', all)).toEqual(['203.0.113.7:8443']);
});
