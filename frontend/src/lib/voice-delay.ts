import { entriesOf } from './entries';
import type { Asks } from './statistics';
import { pairIn } from './way';

const LOOKS_EVERY_MS = 1000;
const WINDOW = 5;
/** Packets that a share is of at least, so that one that is lost in a short word is no bad line. */
const PACKETS_MIN = 100;
const BAD = 0.02;
const GOOD = 0.004;
/** How much longer than the round trip a packet takes that is asked for and sent again. */
const ASKING_MS = 20;
/** By how much longer it waits for each second in which some were late: what is lost in a burst is so once. */
const LATE_SECOND_MS = 10;
const MOST_MS = 400;
/** So many of a voice's packets that come too late are many. */
const LATE = 0.04;

/** What the statistics say of one voice since its connection began (webrtc-stats, RTCInboundRtpStreamStats). */
export interface Received {
  packetsReceived?: number;
  packetsDiscarded?: number;
  nackCount?: number;
}

interface Second {
  packets: number;
  asks: number;
  late: number;
}

/**
 * How long a voice waits before it is played, so that what is lost on its way and sent again comes in time.
 *
 * It waits only while packets are being asked for, whether they were lost on this line or on the speaker's: of that the
 * server tells how late they come. If much of what is sent again comes too late, it waits longer.
 */
export class VoiceDelay {
  #before: Required<Received> | null = null;
  #seconds: Second[] = [];
  #waits = false;
  #longerMs = 0;
  /** A voice takes a second more until it waits as long as it is told to. */
  #settling = false;
  /** What came since it waits as long as it does. */
  #since: Second[] = [];

  /**
   * What to set as `jitterBufferTarget`, a second after the last time; `null` leaves it to the browser. `lateMs` is how
   * much later than its turn a packet comes that the speaker's line has lost.
   */
  next(now: Received, roundTripMs: number, lateMs: number): number | null {
    const { packetsReceived = 0, packetsDiscarded = 0, nackCount = 0 } = now;
    const before = this.#before ?? { packetsReceived, packetsDiscarded, nackCount };
    this.#before = { packetsReceived, packetsDiscarded, nackCount };
    const packets = packetsReceived - before.packetsReceived;
    if (packets > 0) {
      const late = packetsDiscarded - before.packetsDiscarded;
      this.#judge({ packets, asks: nackCount - before.nackCount, late });
    }
    if (!this.#waits) return null;
    const [shorter, longer] = [Math.min(roundTripMs, lateMs), Math.max(roundTripMs, lateMs)];
    // What both lines have lost, one after the other, takes both ways: half of the shorter one mends much of it.
    return Math.min(MOST_MS, to10(longer + Math.max(ASKING_MS, shorter / 2) + this.#longerMs));
  }

  /** Seconds in which nobody speaks tell nothing. */
  #judge(second: Second): void {
    this.#seconds = [...this.#seconds, second].slice(-WINDOW);
    const share = sum(this.#seconds, 'asks') / Math.max(PACKETS_MIN, sum(this.#seconds, 'packets'));
    if (!this.#waits) {
      this.#waits = share >= BAD;
      if (this.#waits) this.#settles();
    } else if (share <= GOOD && this.#seconds.length === WINDOW) {
      this.#waits = false;
      this.#longerMs = 0;
    } else if (this.#settling) this.#settling = false;
    else this.#waitsLonger(second);
  }

  /** What is late was lost twice, or in a burst. Nothing tells by how much it was too short. */
  #waitsLonger(second: Second): void {
    this.#since = [...this.#since, second].slice(-WINDOW);
    const late = this.#since.filter((each) => each.late > 0);
    const share = sum(late, 'late') / sum(this.#since, 'packets');
    if (this.#since.length < WINDOW || share < LATE) return;
    this.#longerMs += LATE_SECOND_MS * late.length;
    this.#settles();
  }

  #settles(): void {
    this.#settling = true;
    this.#since = [];
  }
}

/** Keeps the voices of a connection waiting as long as each has to, where a browser lets it. Returns what ends it. */
export function delayVoices(
  peer: Pick<RTCPeerConnection, 'getTransceivers'>,
  statistics: Asks,
  lateMs: (mid: string) => number,
): () => void {
  if (!('jitterBufferTarget' in (globalThis.RTCRtpReceiver?.prototype ?? {}))) return () => {};
  const delays = new Map<string, VoiceDelay>();
  const look = async (): Promise<void> => {
    const stats = await statistics();
    const roundTripMs = 1000 * (pairIn(stats)?.currentRoundTripTime ?? 0);
    for (const entry of entriesOf<Received & { type: string; mid?: string }>(stats)) {
      const mid = entry.type === 'inbound-rtp' ? entry.mid : undefined;
      if (mid === undefined) continue;
      const delay = delays.get(mid) ?? new VoiceDelay();
      delays.set(mid, delay);
      const receiver = peer.getTransceivers().find((each) => each.mid === mid)?.receiver;
      const target = delay.next(entry, roundTripMs, lateMs(mid));
      if (receiver && receiver.jitterBufferTarget !== target) receiver.jitterBufferTarget = target;
    }
  };
  const looking = setInterval(() => void look(), LOOKS_EVERY_MS);
  return () => clearInterval(looking);
}

const sum = (seconds: Second[], of: keyof Second): number =>
  seconds.reduce((all, each) => all + each[of], 0);

const to10 = (ms: number): number => Math.round(ms / 10) * 10;
