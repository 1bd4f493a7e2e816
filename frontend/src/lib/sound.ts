import { Outgoing } from './outgoing';
import { carryFirst } from './priority';
import { Quiet, type QuietListener } from './quiet';
import type { Seal } from './sealed/seal';
import { Statistics } from './statistics';
import { delayVoices } from './voice-delay';
import { VoiceLevels } from './voice-levels';
import { type Way, wayOf } from './way';

const MICROPHONE_MID = 'mic';
const MENDS_WITHIN_MS = 4000;

/** What the sound tells its owner. */
export interface SoundListener extends QuietListener {
  answered(sdp: string): void;
  /** The voice of a seat, as a stream that an audio element can play, and how loud it is in decibels. */
  arrived(seat: number, stream: MediaStream, db: () => number): void;
  connected(): void;
  /** How much later than its turn a packet comes that the line of whoever speaks on this seat has lost. */
  lateMs(seat: number): number;
  /** The sound is lost; a new offer mends it. */
  lost(): void;
  /** The voice of this person cannot be sealed here any more, so nothing of it is sent. */
  unsealed(): void;
}

/** What seals this connection: the circle's seal, and the seat of whoever speaks here. */
export type SealedAs = { seal: Pick<Seal, 'narrowed' | 'seal' | 'open'>; seat: number };

/** The sound of one offer. The server offers; each section but the microphone's is one seat, named by its mid. */
export class Sound {
  readonly #peer: RTCPeerConnection;
  #outgoing: Outgoing | null = null;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #quiet: Quiet | null = null;
  readonly #endDelays: () => void;
  readonly #levels = new VoiceLevels();
  readonly #statistics: Statistics;

  /**
   * `iceServers` are the relays that came with its offer. `sealed` is null where the circle is not. Chromium lets a
   * sender go its own way, once and for all, unless it has been told to wait for a transform.
   */
  constructor(
    iceServers: RTCIceServer[],
    private readonly listener: SoundListener,
    private track: MediaStreamTrack | null,
    private readonly sealed: SealedAs | null = null,
    make = (configuration: RTCConfiguration) => new RTCPeerConnection(configuration),
  ) {
    this.#peer = make({
      bundlePolicy: 'max-bundle',
      iceServers,
      ...(sealed && { encodedInsertableStreams: true }),
    });
    this.#peer.ontrack = ({ transceiver, track, receiver }) => {
      const mid = transceiver.mid ?? '';
      sealed?.seal.open(receiver, Number(mid));
      listener.arrived(Number(mid), new MediaStream([track]), () => this.#levels.db(mid));
    };
    this.#peer.onconnectionstatechange = () => this.#changed();
    this.#statistics = new Statistics(this.#peer, this.#levels.take);
    this.#endDelays = delayVoices(this.#peer, this.#statistics.recent, (mid) =>
      listener.lateMs(Number(mid)),
    );
  }

  async answer(offer: string): Promise<void> {
    try {
      const sdp = this.sealed?.seal.narrowed(offer) ?? offer;
      await this.#peer.setRemoteDescription({ type: 'offer', sdp });
      const microphone = this.#peer.getTransceivers().find((t) => t.mid === MICROPHONE_MID);
      if (microphone) {
        microphone.direction = 'sendonly';
        this.#outgoing = this.#through(microphone.sender); // nothing is waited for before
        await this.#outgoing.use(this.track);
      }
      await this.#peer.setLocalDescription();
      if (this.#outgoing) void carryFirst(this.#outgoing.sender); // there is nothing to mark before
    } catch {
      if (this.#peer.signalingState !== 'closed') this.listener.lost();
      return;
    }
    const own = this.#peer.localDescription;
    if (own && this.#peer.signalingState !== 'closed') this.listener.answered(own.sdp);
  }

  /** Sends another track, or none, without the others noticing more than that. */
  use(track: MediaStreamTrack | null): void {
    this.track = track;
    void this.#outgoing?.use(track);
  }

  /** What way the sound takes, once it stands. */
  async way(): Promise<Way | null> {
    return wayOf(await this.#statistics.recent());
  }

  /** How many packets of this person's sound have left on this connection. */
  async packetsSent(): Promise<number> {
    return (await this.#outgoing?.packets()) ?? 0;
  }

  /** Whether nothing comes from the server now, or has since the network changed. */
  get isQuiet(): boolean {
    return this.#quiet?.lasts ?? false;
  }

  /** The network has changed. */
  doubt(): void {
    this.#quiet?.doubt();
  }

  close(): void {
    clearTimeout(this.#patience);
    this.#quiet?.close();
    this.#endDelays();
    this.#outgoing?.close();
    this.#levels.end();
    this.#peer.onconnectionstatechange = null;
    this.#peer.close();
  }

  #through(sender: RTCRtpSender): Outgoing {
    const { seal, seat } = this.sealed ?? {};
    const sealed = seal && seat !== undefined ? seal.seal(sender, seat) : null;
    const unsealed = (): void => this.listener.unsealed();
    return new Outgoing(sender, sealed, unsealed, this.#statistics.recent);
  }

  #changed(): void {
    clearTimeout(this.#patience);
    switch (this.#peer.connectionState) {
      case 'connected':
        this.#quiet ??= new Quiet(this.#statistics, this.listener);
        return this.listener.connected();
      case 'failed':
        return this.listener.lost();
      case 'disconnected':
        this.#patience = setTimeout(() => this.listener.lost(), MENDS_WITHIN_MS);
    }
  }
}
