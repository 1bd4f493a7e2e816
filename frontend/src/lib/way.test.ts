import { expect, test } from 'vitest';
import { wayOf } from './way';

const report = (...entries: { id: string; [name: string]: unknown }[]): RTCStatsReport =>
  new Map(entries.map((entry) => [entry.id, entry]));

const host = { id: 'host', type: 'local-candidate', candidateType: 'host', protocol: 'udp' };
const active = { id: 'active', type: 'local-candidate', candidateType: 'host', protocol: 'tcp' };
const relay = (relayProtocol: string) => ({
  id: 'relay',
  type: 'local-candidate',
  candidateType: 'relay',
  protocol: 'udp',
  relayProtocol,
});
const pair = (local: string, more: object = {}) => ({
  id: `pair-${local}`,
  type: 'candidate-pair',
  localCandidateId: local,
  ...more,
});
const transport = (local: string) => ({
  id: 'T',
  type: 'transport',
  selectedCandidatePairId: `pair-${local}`,
});

test('the way is that of the pair that the transport has selected', () => {
  const pairs = [pair('host', { nominated: true, state: 'succeeded' }), pair('active')];
  expect(wayOf(report(host, active, ...pairs, transport('host')))).toEqual({
    relayed: false,
    by: 'udp',
  });
  expect(wayOf(report(host, active, ...pairs, transport('active')))).toEqual({
    relayed: false,
    by: 'tcp',
  });
});

test.each(['udp', 'tcp', 'tls'])('to a relay it is what leads to the relay: %s', (by) => {
  expect(wayOf(report(relay(by), pair('relay'), transport('relay')))).toEqual({
    relayed: true,
    by,
  });
});

test('it is a relay also where the server sees another address than the relay has told', () => {
  const seen = { ...relay('tls'), candidateType: 'prflx' };
  expect(wayOf(report(seen, pair('relay'), transport('relay')))).toEqual({
    relayed: true,
    by: 'tls',
  });
});

test('where the transport does not say, it is the pair that is marked, else the one that was agreed', () => {
  const agreed = pair('host', { nominated: true, state: 'succeeded' });
  expect(wayOf(report(relay('tcp'), host, agreed, pair('relay', { selected: true })))).toEqual({
    relayed: true,
    by: 'tcp',
  });
  expect(wayOf(report(relay('tcp'), host, pair('relay'), agreed))).toEqual({
    relayed: false,
    by: 'udp',
  });
});

test('before there is a way, and where the candidate is not told, there is none', () => {
  expect(wayOf(report())).toBeNull();
  expect(wayOf(report(host, pair('host', { nominated: true, state: 'in-progress' })))).toBeNull();
  expect(wayOf(report(pair('host'), transport('host')))).toBeNull();
});
