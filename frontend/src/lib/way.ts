/** What way the sound takes: straight to the server or by a relay (TURN, RFC 8656), and by which protocol it leaves here. */
export interface Way {
  relayed: boolean;
  by: 'udp' | 'tcp' | 'tls';
}

/** An entry of the statistics as far as it is read here (webrtc-stats). Firefox marks the pair in use by `selected`. */
interface Entry {
  type: string;
  selectedCandidatePairId?: string;
  selected?: boolean;
  nominated?: boolean;
  state?: string;
  localCandidateId?: string;
  currentRoundTripTime?: number;
  candidateType?: string;
  protocol?: Way['by'];
  packetsReceived?: number;
  requestsReceived?: number;
  responsesReceived?: number;
  relayProtocol?: Way['by'];
}

/** The way of a peer connection, by what its `getStats()` says; none while it has no way, or does not say which. */
export function wayOf(stats: RTCStatsReport): Way | null {
  const local = stats.get(pairIn(stats)?.localCandidateId ?? '') as Entry | undefined;
  const relayed = local?.candidateType === 'relay';
  const by = relayed ? local.relayProtocol : local?.protocol;
  return by ? { relayed, by } : null;
}

/** The pair of candidates that is in use. */
export /** The pair of addresses that is in use, if the statistics say which. */
function pairIn(stats: RTCStatsReport): Entry | undefined {
  const entries: Entry[] = [];
  stats.forEach((entry: Entry) => entries.push(entry));
  const selected = entries.find((entry) => entry.selectedCandidatePairId)?.selectedCandidatePairId;
  if (selected) return stats.get(selected) as Entry | undefined;
  const pairs = entries.filter((entry) => entry.type === 'candidate-pair');
  return (
    pairs.find((pair) => pair.selected) ??
    pairs.find((pair) => pair.nominated && pair.state === 'succeeded')
  );
}
