import { carryFirst } from './priority';
import { Quiet, type QuietListener } from './quiet';
import { delayVoices } from './voice-delay';
import { type Way, wayOf } from './way';

const MICROPHONE_MID = 'mic';
const MENDS_WITHIN_MS = 4000;

/** What the sound tells its owner. */
export interface SoundListener extends QuietListener {
  answered(sdp: string): void;
  /** The voice of a seat, as a stream that an audio element can play, and the receiver it comes from. */
  arrived(seat: number, stream: MediaStream, receiver: RTCRtpReceiver): void;
  connected(): void;
  /** The sound is lost; a new offer mends it. */
  lost(): void;
}

/** The sound of one offer. The server offers; each section but the microphone's is one seat, named by its mid. */
export class Sound {
  readonly #peer: RTCPeerConnection;
  #sender: RTCRtpSender | null = null;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #quiet: Quiet | null = null;
  readonly #endDelays: () => void;

  /** `line` is the offer's name for it, `iceServers` are the relays that came with it. */
  constructor(
    readonly line: string,
    iceServers: RTCIceServer[],
    private readonly listener: SoundListener,
    private track: MediaStreamTrack | null,
  ) {
    this.#peer = new RTCPeerConnection({ bundlePolicy: 'max-bundle', iceServers });
    this.#peer.ontrack = ({ transceiver, track, receiver }) => {
      listener.arrived(Number(transceiver.mid), new MediaStream([track]), receiver);
    };
    this.#peer.onconnectionstatechange = () => this.#changed();
    this.#endDelays = delayVoices(this.#peer);
  }

  async answer(offer: string): Promise<void> {
    try {
      await this.#peer.setRemoteDescription({ type: 'offer', sdp: offer });
      const microphone = this.#peer.getTransceivers().find((t) => t.mid === MICROPHONE_MID);
      if (microphone) {
        microphone.direction = 'sendonly';
        this.#sender = microphone.sender;
        await this.#sender.replaceTrack(this.track);
      }
      await this.#peer.setLocalDescription();
      if (this.#sender) void carryFirst(this.#sender); // there is nothing to mark before
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
    void this.#sender?.replaceTrack(track);
  }

  /** What way the sound takes, once it stands. */
  async way(): Promise<Way | null> {
    return wayOf(await this.#peer.getStats());
  }

  /** How many packets of this person's sound have left on this connection. */
  async packetsSent(): Promise<number> {
    let packets = 0;
    (await this.#sender?.getStats())?.forEach((entry: RTCOutboundRtpStreamStats) => {
      if (entry.type === 'outbound-rtp') packets += entry.packetsSent ?? 0;
    });
    return packets;
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
    this.#peer.onconnectionstatechange = null;
    this.#peer.close();
  }

  #changed(): void {
    clearTimeout(this.#patience);
    switch (this.#peer.connectionState) {
      case 'connected':
        this.#quiet ??= new Quiet(this.#peer, this.listener);
        return this.listener.connected();
      case 'failed':
        return this.listener.lost();
      case 'disconnected':
        this.#patience = setTimeout(() => this.listener.lost(), MENDS_WITHIN_MS);
    }
  }
}
