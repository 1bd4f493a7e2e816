import { WEAK_FROM } from '../../protocol';
import { entriesOf } from '../entries';
import { pairIn, wayOf } from '../way';
import type { Finding, Measured } from './finding';

/** What a browser has counted on one connection so far. */
export interface Counted {
  sent: number;
  received: number;
  lost: number;
  roundTripMs: number | null;
  relayedBy?: Measured['relayedBy'];
}

/** Reads a browser's statistics (webrtc-stats). */
export function counted(stats: RTCStatsReport): Counted {
  const roundTripS = pairIn(stats)?.currentRoundTripTime;
  const roundTripMs = roundTripS === undefined ? null : Math.max(1, Math.round(roundTripS * 1000));
  const way = wayOf(stats);
  const relayedBy = way?.relayed ? { relayedBy: way.by } : {};
  const found: Counted = { sent: 0, received: 0, lost: 0, roundTripMs, ...relayedBy };
  for (const entry of entriesOf<RTCOutboundRtpStreamStats & RTCInboundRtpStreamStats>(stats)) {
    found.sent += entry.type === 'outbound-rtp' ? (entry.packetsSent ?? 0) : 0;
    if (entry.type !== 'inbound-rtp') continue;
    found.received += entry.packetsReceived ?? 0;
    found.lost += Math.max(0, entry.packetsLost ?? 0);
  }
  return found;
}

/**
 * What has become of what was sent meanwhile. The echo keeps the numbers of the packets, so that what is missing among those
 * that came back was lost there or back.
 */
export function findingOf(before: Counted, after: Counted): Finding {
  const received = after.received - before.received;
  const lost = after.lost - before.lost;
  const measured: Measured = {
    roundTripMs: after.roundTripMs,
    lost: received > 0 ? lost / (received + lost) : null,
    ...(after.relayedBy && { relayedBy: after.relayedBy }),
  };
  if (received === 0 && after.sent > before.sent) return { is: 'no_return', measured };
  return { is: isWeak(measured) ? 'weak' : 'passes', measured };
}

/** By the same limits as in a circle; one's own voice and what one hears go the same way here. */
function isWeak({ roundTripMs, lost }: Measured): boolean {
  return (lost ?? 0) >= WEAK_FROM.voice_lost || (roundTripMs ?? 0) >= WEAK_FROM.round_trip_ms;
}
