import type { FromBrowser, LateVoice, Offer } from '../protocol';
import { ActiveSpeakers } from './active-speakers.svelte';
import type { Seal } from './sealed/seal';
import { Sound } from './sound';
import { unbound } from './unbound';
import type { Way } from './way';
import { hasWebRtc } from './webrtc';

const RENEWS_AFTER_MS = 4000;
/** A seal that does not hold so often, each time within a minute, does not hold here at all. */
const UNSEALINGS_MAX = 3;
const UNSEALED_AGAIN_MS = 60_000;

export interface MediaListener {
  send(message: Extract<FromBrowser, { type: 'answer' | 'renew_sound' }>): void;
  stands(): void;
  /** This browser can have no sound of a call, or cannot seal it: no other offer would help. */
  impossible(): void;
  /** Nothing comes from the server just now, by this sound: it is to be asked. */
  asks(): void;
  /** How often the server has answered what it was asked. */
  answers(): number;
  /** Nothing comes any more. */
  quiet(): void;
  /** This person's voice could not be sealed, so it is not sent; the seal begins anew. */
  unsealed(): void;
  /** The sound of this line is gone. `tries` have failed in a row since it stood. */
  lost(line: string, tries: number): void;
}

/** The sound of a visit, over as many offers as it takes: the voices that come, and the microphone that is sent. */
export class Media {
  streams: ReadonlyMap<number, MediaStream> = $state.raw(new Map());
  readonly activeSpeakers = new ActiveSpeakers();
  #sound: Sound | null = null;
  /** By the last sound nothing came any more, nor by the socket: the network may be another one. */
  #mayHaveMoved = false;
  /** The voices whose speakers' lines lose packets. */
  late: LateVoice[] = [];
  #track: MediaStreamTrack | null = null;
  #tries = 0;
  #renewals = 0;
  #unsealings = 0;
  #unsealedMs = -Infinity;
  #renewing: ReturnType<typeof setTimeout> | undefined;

  /** With a `seal` every voice is sealed, whatever the server says of its circle (V1). */
  constructor(
    private readonly listener: MediaListener,
    private readonly seal: Pick<Seal, 'narrowed' | 'seal' | 'open' | 'renew'> | null = null,
  ) {}

  /** Whether there is sound, standing or on its way, and something comes by it. */
  get sounds(): boolean {
    return this.#sound?.isQuiet === false;
  }

  /** The network has changed: what came before says nothing of what will. */
  doubt(): void {
    this.#sound?.doubt();
  }

  connect({ line, seat, sdp, ice_servers, sealed }: Offer): void {
    this.end();
    if (sealed && !this.seal) return; // without the key it would be noise: the door will tell that one is needed
    this.#tries++;
    if (!hasWebRtc()) return this.listener.impossible();
    this.#sound = new Sound(
      ice_servers,
      {
        ...this.listener,
        answered: (sdp) => this.listener.send({ type: 'answer', sdp, line }),
        arrived: (seat, stream, db) => {
          this.streams = new Map(this.streams).set(seat, stream);
          this.activeSpeakers.listen(seat, db);
        },
        lateMs: (seat) => this.late.find((each) => each.seat === seat)?.late_ms ?? 0,
        connected: () => {
          this.#renewals = this.#tries = 0;
          this.listener.stands();
        },
        dead: () => {
          this.#lost(line);
          this.#mayHaveMoved = false;
        },
        lost: () => this.#lost(line),
        unsealed: () => this.#unsealed(line),
      },
      this.#track,
      this.seal && { seal: this.seal, seat },
      this.#mayHaveMoved ? unbound : undefined,
    );
    void this.#sound.answer(sdp);
  }

  #lost(line: string): void {
    this.end();
    this.listener.lost(line, this.#tries);
  }

  /** A worker that has failed is replaced, and with it the connection: a transform is never used again. */
  #unsealed(line: string): void {
    const again = performance.now() - this.#unsealedMs < UNSEALED_AGAIN_MS;
    this.#unsealedMs = performance.now();
    this.#unsealings = again ? this.#unsealings + 1 : 1;
    if (this.#unsealings >= UNSEALINGS_MAX) {
      this.end();
      return this.listener.impossible();
    }
    this.listener.unsealed();
    this.seal?.renew();
    this.#lost(line);
  }

  /** Asks for another offer: at once, and then no faster than a line on its last legs may hope for. */
  renew(line: string): void {
    const ask = (): void => {
      if (!this.sounds) this.listener.send({ type: 'renew_sound', line });
    };
    if (this.#renewals++ === 0) ask();
    else this.#renewing = setTimeout(ask, RENEWS_AFTER_MS);
  }

  /** From now on this is the track that is sent, as far as the server says that this person is heard. */
  send(track: MediaStreamTrack | null): void {
    if (this.#track !== track) this.#sound?.use(track);
    this.#track = track;
  }

  /** What way the sound takes; none while there is none. */
  async way(): Promise<Way | null> {
    return (await this.#sound?.way()) ?? null;
  }

  /** How many packets of this person's sound have left on the connection there is. */
  async packetsSent(): Promise<number> {
    return (await this.#sound?.packetsSent()) ?? 0;
  }

  /** Ends this sound. The streams stay until others come: what plays them is not taken apart for a moment without any. */
  end(): void {
    clearTimeout(this.#renewing);
    if (this.#sound) this.#mayHaveMoved = this.#sound.isQuiet;
    this.#sound?.close();
    this.#sound = null;
  }

  /** Hangs up for good: no voice of the circle stays on the page. */
  hangUp(): void {
    this.end();
    this.streams = new Map();
  }

  close(): void {
    this.end();
    this.activeSpeakers.close();
  }
}
