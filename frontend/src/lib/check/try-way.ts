import type { IceServer } from '../../protocol';
import { inTime } from '../in-time';
import type { CheckedWay, Finding } from './finding';
import { counted, findingOf, type Counted } from './measure';
import { pause } from './patience';
import { relayAnswers } from './relay-answers';

/** A relay's name is looked up first, for some 13 s where a network drops what is asked of DNS. */
const CONNECTS_WITHIN_MS: Record<CheckedWay, number> = { udp: 10_000, tcp: 10_000, turn: 18_000 };
const MEASURES_MS = 4000;
/** How long what is on its way may take to come back before it counts as nothing. */
const RETURNS_WITHIN_MS = 1000;

/** One way that is to be tried, by an offer that has only the candidates for it. */
export interface Trial {
  way: CheckedWay;
  offer: string;
  iceServers: IceServer[];
}

/** Finds out whether sound gets through by one way: connects by it alone, and looks at what comes back of `track`, unless it is `left`. */
export async function tryWay(
  { way, offer, iceServers }: Trial,
  track: MediaStreamTrack | null,
  answer: (sdp: string) => void,
  left: AbortSignal,
): Promise<Finding> {
  const peer = new RTCPeerConnection({
    bundlePolicy: 'max-bundle',
    ...(way === 'turn' && { iceServers, iceTransportPolicy: 'relay' as const }),
  });
  left.addEventListener('abort', () => peer.close());
  try {
    await peer.setRemoteDescription({ type: 'offer', sdp: offer });
    await send(peer, track);
    await peer.setLocalDescription();
    answer(peer.localDescription!.sdp);
    if (await inTime(connected(peer), CONNECTS_WITHIN_MS[way])) return await measured(peer);
  } catch {
    // it does not connect in time
  } finally {
    peer.close();
  }
  const refused = way === 'turn' && !left.aborted && (await relayAnswers(iceServers));
  return { is: refused ? 'refuses' : 'blocked' };
}

async function send(peer: RTCPeerConnection, track: MediaStreamTrack | null): Promise<void> {
  const microphone = peer.getTransceivers()[0]!;
  microphone.direction = 'sendonly';
  await microphone.sender.replaceTrack(track);
}

function connected(peer: RTCPeerConnection): Promise<boolean> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (peer.connectionState === 'connected') resolve(true);
      else if (peer.connectionState === 'failed') resolve(false);
    };
    peer.onconnectionstatechange = look;
    look();
  });
}

async function measured(peer: RTCPeerConnection): Promise<Finding> {
  await pause(RETURNS_WITHIN_MS);
  const before = await statistics(peer);
  await pause(MEASURES_MS);
  return findingOf(before, await statistics(peer));
}

async function statistics(peer: RTCPeerConnection): Promise<Counted> {
  return counted(await peer.getStats());
}
