import { hasLost, isAlias } from './devices';
import { SILENCE_DB } from './loudness';
import {
  capture,
  captureExactly,
  enumerated,
  type Captured,
  type MicrophoneSource,
} from './microphone/capture';
import { find, microphonesIn, sourceOf, type Choice, type Device } from './microphone/devices';
import type { Meter } from './microphone/meter';
import { Opened } from './microphone/opened';
import { microphonePermission } from './microphone/permission';
import { Requests } from './microphone/requests';
import { remember, remembered } from './microphone/remembered';
import { isTrouble, lacking, type MicrophoneState } from './microphone/state';
import { watch } from './microphone/watch';

const A_QUESTION_AFTER_MS = 1000;
/** Whoever captures may learn of a device that has come or gone a little before whoever lists them. */
const LISTED_AFTER_MS = 1000;

/** What became of a choice that could not be followed: another one is used, or the one before was kept. */
export type Unfollowed = 'instead' | 'kept';

/** This person's microphone: kept through lost lines, given back while they sit back. It never begins to send by itself. */
export class Microphone {
  state = $state.raw<MicrophoneState>({ is: navigator.mediaDevices ? 'released' : lacking() });
  /** Those a person can choose from. */
  devices = $state.raw<Device[]>([]);
  /** The key of the one that is in use, or is being changed to. */
  chosen = $state('');
  unfollowed = $state<Unfollowed | null>(null);
  /** Its person may only listen: that nothing comes of it is told later than to somebody who tries it. */
  patient = false;
  readonly stream = $derived('stream' in this.state ? this.state.stream : null);
  #permission = $state<PermissionState | null>(null);
  /** Whether there can be one, as far as is known: it may be offered. */
  readonly possible = $derived.by(
    () => !!this.#media && this.#permission !== 'denied' && !isTrouble(this.state.is),
  );

  readonly #media: MicrophoneSource | undefined = navigator.mediaDevices;
  #choice: Choice | null = remembered();
  #opened: Opened | null = null;
  /** What the open one is, in the browser's list. */
  source = $state.raw<Device | null>(null);
  readonly #requests = new Requests();

  /** `meterOf` measures an open capture; null where the browser cannot. */
  constructor(private readonly meterOf: (stream: MediaStream) => Meter | null = () => null) {}

  /**
   * Asks for the microphone chosen before, or the usual one. Does nothing while there is one or it is on its way, unless it is
   * muted: Safari mutes what another tab has used, until it is asked for anew.
   */
  async open(): Promise<void> {
    if (this.#requests.pending || (this.#opened && this.state.is !== 'muted')) return;
    this.#drop();
    const request = this.#asks();
    const got = await capture(this.#media, this.#choice);
    if (this.#requests.settle(request, got)) await this.#take(got);
  }

  /** Changes to this one. What has worked so far is kept if it cannot be had. */
  async choose(key: string): Promise<void> {
    const wanted = this.devices.find((device) => device.key === key);
    if (!wanted) return;
    const before = this.source;
    const request = this.#asks();
    this.chosen = key;
    let got = await captureExactly(this.#media, wanted);
    const busy = 'failed' in got && got.failed === 'busy';
    if (busy && this.#opened && this.#requests.isLast(request)) {
      this.#drop(); // some browsers and some devices allow one capture at a time
      this.#waits();
      got = await captureExactly(this.#media, wanted);
    }
    if (!this.#requests.settle(request, got)) return;
    if ('stream' in got) remember(wanted);
    else if (this.#opened || before) return this.#keep(before);
    await this.#take(got);
  }

  /** Gives the device back: the browser shows no recording, and a headset plays music as music again. */
  release(): void {
    this.#requests.cancel();
    this.#drop();
    this.source = null;
    this.state = { is: 'released' };
    this.unfollowed = null;
  }

  /** How loud it is, in decibels below full scale, also while nothing is sent. */
  db(): number {
    return this.#opened?.db() ?? SILENCE_DB;
  }

  /** Notices what is plugged in and out, and what the browser allows, until the returned function is called. */
  watch(): () => void {
    return watch({
      devicesChanged: () => void this.refresh(),
      permitted: (permission) => this.#permitted(permission),
    });
  }

  /**
   * The list has changed. What was pulled out is taken up again when it is back; nothing else is in its place. Where there was
   * none, or none to be had, one that has come may do. Where the browser does not tell which is the usual one (Chromium on
   * Linux and on Android), it may have been any of a list that has lost one.
   */
  async refresh(): Promise<void> {
    const before = this.devices;
    const all = await enumerated(this.#media);
    this.devices = microphonesIn(all);
    const more = this.devices.length > before.length;
    const here = (wanted: Choice | null): boolean => !!wanted && !!find(this.devices, wanted);
    const unknown = hasLost(before, this.devices) ? before : [];
    const known = this.source && !isAlias(this.source.id);
    const gone = (known ? [this.source] : unknown).find((device) => !here(device));
    const { is } = this.state;
    if (this.#opened && gone) {
      this.#choice = gone;
      this.#ended();
    } else if (this.#opened && !isAlias(this.#opened.id)) this.#recognise(this.#opened, all);
    else if (is === 'ended' && here(this.#choice)) await this.open();
    else if (more && (is === 'none' || is === 'busy')) await this.open();
  }

  /** Taken back, it may be asked for anew: so browsers end the capture, and tell that they would ask, in either order. */
  #permitted(permission: PermissionState): void {
    const { is } = this.state;
    const taken = this.#permission === 'granted' && (this.#opened || is === 'ended');
    this.#permission = permission;
    if (permission === 'granted') {
      if (is === 'denied') void this.open();
    } else if (this.#media && is !== 'released' && (taken || permission === 'denied')) {
      this.release();
      this.state = { is: 'denied' };
    }
  }

  #asks(): number {
    if (!this.#opened) this.#waits();
    return this.#requests.begin();
  }

  /** An answer that takes long is a question of the browser's own, unless the page has been allowed already. */
  #waits(): void {
    const asking = (this.state = { is: 'asking' });
    setTimeout(async () => {
      const permission = await microphonePermission();
      if (this.state === asking && permission?.state !== 'granted') this.state = { is: 'waiting' };
    }, A_QUESTION_AFTER_MS);
  }

  async #take(got: Captured): Promise<void> {
    this.#drop();
    if ('failed' in got) {
      this.state = { is: got.failed };
      this.devices = microphonesIn(await enumerated(this.#media)); // another one may do
      return;
    }
    const { stream } = got;
    this.state = { is: 'open', stream };
    this.unfollowed = got.instead ? 'instead' : null;
    this.#opened = new Opened(stream, this.meterOf(stream), {
      gives: (is) => (this.state = { is, stream }),
      ended: () => this.#ended(),
      moved: () => this.#moved(),
      patient: () => this.patient,
    });
    const opened = this.#opened;
    const all = await enumerated(this.#media);
    if (this.#opened === opened) this.#recognise(opened, all);
  }

  /** Only an open microphone is named by every browser. */
  #recognise({ track }: Opened, all: readonly MediaDeviceInfo[]): void {
    this.devices = microphonesIn(all);
    this.source = sourceOf(track, all);
    this.#choice = this.source ?? this.#choice;
    if (!this.#requests.pending) this.chosen = this.source?.key ?? '';
  }

  /**
   * Safari goes on by another device where a headset is taken out or put in, and tells a hidden page nothing else. To one that is
   * seen the list tells the rest a little later: until then the capture counts as what it was, and ends where that has gone.
   */
  #moved(): void {
    if (document.visibilityState === 'hidden') this.#ended();
    else setTimeout(() => void this.refresh(), LISTED_AFTER_MS);
  }

  /** The change has failed: back to what worked. */
  async #keep(before: Device | null): Promise<void> {
    this.chosen = before?.key ?? '';
    if (!this.#opened && before) {
      const request = this.#asks();
      const got = await captureExactly(this.#media, before);
      if (!this.#requests.settle(request, got)) return;
      await this.#take(got);
    }
    if (this.#opened) this.unfollowed = 'kept';
    else if (this.state.is === 'none') this.#ended();
  }

  /** Nothing else is opened in its place, unless the person is choosing just now. */
  #ended(): void {
    this.#drop();
    this.source = null;
    if (this.#requests.pending) this.#waits();
    else this.state = { is: 'ended' };
  }

  #drop(): void {
    this.#opened?.close();
    this.#opened = null;
  }
}
