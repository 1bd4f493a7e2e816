import { entriesOf } from './entries';

/** What way the sound takes: straight to the server or by a relay (TURN, RFC 8656), and by which protocol it leaves here. */
export interface Way {
  relayed: boolean;
  by: 'udp' | 'tcp' | 'tls';
}

/**
 * An entry of the statistics as far as it is read here (webrtc-stats). Firefox marks the pair in use by `selected`. Only a
 * candidate at a relay has a `relayProtocol`, whatever its type: where the server sees another address than the relay
 * has told, that is `prflx` (RFC 8445, section 7.2.5.3.1).
 */
interface Entry {
  id: string;
  type: string;
  selectedCandidatePairId?: string;
  selected?: boolean;
  nominated?: boolean;
  state?: string;
  localCandidateId?: string;
  currentRoundTripTime?: number;
  protocol?: Way['by'];
  timestamp?: number;
  packetsReceived?: number;
  lastPacketReceivedTimestamp?: number;
  requestsReceived?: number;
  responsesReceived?: number;
  relayProtocol?: Way['by'];
}

/** The way of a peer connection, by what its `getStats()` says; none while it has no way, or does not say which. */
export function wayOf(stats: RTCStatsReport): Way | null {
  const { localCandidateId } = pairIn(stats) ?? {};
  const local = entriesOf<Entry>(stats).find(({ id }) => id === localCandidateId);
  const by = local?.relayProtocol ?? local?.protocol;
  return by ? { relayed: local?.relayProtocol !== undefined, by } : null;
}

/** The pair of candidates that is in use. */
export function pairIn(stats: RTCStatsReport): Entry | undefined {
  const entries = entriesOf<Entry>(stats);
  const pairs = entries.filter((entry) => entry.type === 'candidate-pair');
  const selected = entries.find((entry) => entry.selectedCandidatePairId)?.selectedCandidatePairId;
  if (selected) return pairs.find(({ id }) => id === selected);
  return (
    pairs.find((pair) => pair.selected) ??
    pairs.find((pair) => pair.nominated && pair.state === 'succeeded')
  );
}
