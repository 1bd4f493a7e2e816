import { expect, test } from 'vitest';
import { counted, findingOf, type Counted } from './measure';

const report = (...entries: { id: string; [name: string]: unknown }[]): RTCStatsReport =>
  new Map(entries.map((entry) => [entry.id, entry]));
const after = (is: Partial<Counted>): Counted => ({
  sent: 0,
  received: 0,
  lost: 0,
  roundTripMs: null,
  ...is,
});

test('what a browser counts is read, and the round trip of the pair in use', () => {
  const pair = { type: 'candidate-pair', state: 'succeeded', nominated: true };
  const stats = report(
    { id: 'T', type: 'transport', selectedCandidatePairId: 'used' },
    { id: 'other', ...pair, currentRoundTripTime: 0.9 },
    { id: 'used', ...pair, currentRoundTripTime: 0.0371 },
    { id: 'out', type: 'outbound-rtp', packetsSent: 250 },
    { id: 'in', type: 'inbound-rtp', packetsReceived: 240, packetsLost: 10 },
  );
  expect(counted(stats)).toEqual({ sent: 250, received: 240, lost: 10, roundTripMs: 37 });
});

test('by what a relay is reached is read, and told', () => {
  const stats = report(
    { id: 'p', type: 'candidate-pair', selected: true, localCandidateId: 'own' },
    { id: 'own', type: 'local-candidate', protocol: 'udp', relayProtocol: 'tls' },
  );
  expect(counted(stats).relayedBy).toBe('tls');
  expect(findingOf(after({}), counted(stats)).measured?.relayedBy).toBe('tls');
});

test('a path that is quicker than a millisecond takes one, and one that is not measured none', () => {
  const pair = { id: 'p', type: 'candidate-pair', state: 'succeeded', nominated: true };
  expect(counted(report({ ...pair, currentRoundTripTime: 0 })).roundTripMs).toBe(1);
  expect(counted(report(pair)).roundTripMs).toBe(null);
});

test('the share that is lost is of what was sent meanwhile', () => {
  const before = after({ sent: 50, received: 10, lost: 40 });
  expect(findingOf(before, after({ sent: 250, received: 206, lost: 44, roundTripMs: 80 }))).toEqual(
    {
      is: 'passes',
      measured: { roundTripMs: 80, lost: 0.02 },
    },
  );
});

test.each([
  [{ received: 190, lost: 10 }, 'weak'],
  [{ received: 191, lost: 9 }, 'passes'],
  [{ received: 200, roundTripMs: 500 }, 'weak'],
  [{ received: 200, roundTripMs: 499 }, 'passes'],
] as const)('%j is %s, by the limits of a circle', (is, expected) => {
  expect(findingOf(after({}), after({ sent: 200, ...is })).is).toBe(expected);
});

test('a line that connects and brings nothing back is none', () => {
  expect(findingOf(after({}), after({ sent: 200, roundTripMs: 20 })).is).toBe('no_return');
});

test('where nothing could be sent nothing is said of loss', () => {
  expect(findingOf(after({}), after({ roundTripMs: 20 }))).toEqual({
    is: 'passes',
    measured: { roundTripMs: 20, lost: null },
  });
});
