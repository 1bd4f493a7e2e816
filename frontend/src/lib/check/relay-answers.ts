import type { IceServer } from '../../protocol';
import { inTime } from '../in-time';

const ANSWERS_WITHIN_MS = 3000;
/** The browser's own word for nothing that has come (webrtc, section 4.8.2); a relay's own words have lower codes. */
const NO_ANSWER = 701;

/**
 * Whether a relay answers by one of its addresses at least, and be it with a refusal. Each is asked alone: Chromium tells of
 * none that refuses before those that are not reached are given up.
 */
export async function relayAnswers(relays: IceServer[]): Promise<boolean> {
  const alone = relays.flatMap((relay) => relay.urls.map((urls) => answers({ ...relay, urls })));
  return (await Promise.all(alone)).includes(true);
}

async function answers(relay: RTCIceServer): Promise<boolean> {
  const peer = new RTCPeerConnection({ iceServers: [relay], iceTransportPolicy: 'relay' });
  const answered = new Promise<boolean>((resolve) => {
    peer.onicecandidate = ({ candidate }) => candidate?.candidate && resolve(true);
    peer.onicecandidateerror = ({ errorCode }) => errorCode < NO_ANSWER && resolve(true);
  });
  peer.createDataChannel('');
  void peer.setLocalDescription();
  const does = await inTime(answered, ANSWERS_WITHIN_MS).catch(() => false);
  peer.close();
  return does;
}
