import { SILENCE_DB } from '../loudness';
import { stop } from './capture';
import type { Meter } from './meter';
import { DigitalSilence } from './silence';

/** A part of the standard that TypeScript does not know yet. */
declare global {
  interface MediaStreamTrack {
    onconfigurationchange?: (() => void) | null;
  }
}

/** What an open microphone gives. */
export type Gives = 'open' | 'muted' | 'silent';

/** A microphone that gives sound is looked at now and then; one that gives none oftener, for that may be over soon. */
const LOOKS_EVERY_MS: Record<Gives, number> = { open: 500, muted: 200, silent: 200 };

export interface OpenedListener {
  gives(is: Gives): void;
  /** It was pulled out, or the browser has taken it away. */
  ended(): void;
  /** The system goes on by another device. */
  moved(): void;
  /** Whether its person may only listen just now. */
  patient(): boolean;
}

/** A capture that the browser has given, until it is closed or ends. Nothing of it is sent to begin with. */
export class Opened {
  readonly track: MediaStreamTrack;
  readonly #silence = new DigitalSilence();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #is: Gives = 'open';

  constructor(
    readonly stream: MediaStream,
    private readonly meter: Meter | null,
    private readonly listener: OpenedListener,
  ) {
    this.track = stream.getAudioTracks()[0]!;
    this.track.enabled = false;
    this.track.onended = () => listener.ended();
    this.track.onmute = this.track.onunmute = () => this.#look();
    let by = this.id;
    this.track.onconfigurationchange = () => {
      if (this.id !== by) listener.moved();
      by = this.id;
    };
    this.#look();
  }

  /** The id of the device by which it goes on now. */
  get id(): string {
    return this.track.getSettings().deviceId ?? '';
  }

  /** How loud it is, in decibels below full scale, also while nothing is sent. */
  db(): number {
    return this.meter?.db() ?? SILENCE_DB;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.meter?.close();
    stop(this.stream);
  }

  #look(): void {
    const db = this.meter?.measures ? this.meter.db() : null;
    const silent = this.#silence.update(db, performance.now(), this.listener.patient());
    const is = this.track.muted ? 'muted' : silent ? 'silent' : 'open';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), LOOKS_EVERY_MS[is]);
    if (is !== this.#is) this.listener.gives((this.#is = is));
  }
}
