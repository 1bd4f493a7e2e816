import type { Meter } from './meter';

/** A microphone that a test plugs in. */
export interface FakeDevice {
  deviceId: string;
  label: string;
  groupId?: string;
}

/** A track that does only what the test says. */
export class FakeTrack {
  readonly kind = 'audio';
  enabled = true;
  muted = false;
  readyState = 'live';
  onended: (() => void) | null = null;
  onmute: (() => void) | null = null;
  onunmute: (() => void) | null = null;
  onconfigurationchange: (() => void) | null = null;

  constructor(public device: FakeDevice) {}

  get label(): string {
    return this.device.label;
  }

  getSettings(): MediaTrackSettings {
    return { deviceId: this.device.deviceId, groupId: this.device.groupId ?? '' };
  }

  stop(): void {
    this.readyState = 'ended';
  }

  /** The device is pulled out. */
  ends(): void {
    this.readyState = 'ended';
    this.onended?.();
  }

  /** The system goes on by another device, as Safari's does. */
  moves(device: FakeDevice): void {
    this.device = device;
    this.onconfigurationchange?.();
  }

  mutes(muted: boolean): void {
    this.muted = muted;
    (muted ? this.onmute : this.onunmute)?.();
  }
}

class FakeStream {
  constructor(readonly track: FakeTrack) {}
  clone(): FakeStream {
    return new FakeStream(new FakeTrack(this.track.device));
  }
  getTracks(): FakeTrack[] {
    return [this.track];
  }
  getAudioTracks(): FakeTrack[] {
    return [this.track];
  }
}

/** One call of getUserMedia, which the test answers. */
export class Request {
  readonly answer: Promise<MediaStream>;
  #give!: (stream: MediaStream) => void;
  #refuse!: (error: Error) => void;

  constructor(
    readonly audio: MediaTrackConstraints,
    private readonly media: FakeMedia,
  ) {
    this.answer = new Promise((give, refuse) => {
      this.#give = give;
      this.#refuse = refuse;
    });
  }

  get deviceId(): string | undefined {
    return (this.audio.deviceId as ConstrainDOMStringParameters | undefined)?.exact as string;
  }

  get groupId(): string | undefined {
    return (this.audio.groupId as ConstrainDOMStringParameters | undefined)?.exact as string;
  }

  /** What the browser would do with these constraints, as its permission stands. */
  settle(): void {
    const { devices, busy, denied } = this.media;
    const device = devices.find(
      ({ deviceId, groupId }) =>
        (this.deviceId ?? deviceId) === deviceId && (this.groupId ?? groupId) === groupId,
    );
    if (denied) return this.refuse('NotAllowedError');
    if (!device) return this.refuse(this.deviceId ? 'OverconstrainedError' : 'NotFoundError');
    const taken = this.media.oneAtATime && this.media.live.length > 0;
    if (taken || busy.has(device.deviceId)) return this.refuse('NotReadableError');
    this.media.named = true;
    this.media.tracks.push(new FakeTrack(device));
    this.#give(new FakeStream(this.media.tracks.at(-1)!) as unknown as MediaStream);
  }

  refuse(name: string): void {
    this.#refuse(Object.assign(new Error(name), { name }));
  }
}

/** A browser's microphones, and its answers. `prompts`: it leaves its question open until the test settles it. */
export class FakeMedia extends EventTarget {
  readonly requests: Request[] = [];
  readonly tracks: FakeTrack[] = [];
  readonly busy = new Set<string>();
  prompts = false;
  denied = false;
  oneAtATime = false;
  /** Labels are hidden until a microphone has been given. */
  named = false;

  constructor(public devices: FakeDevice[]) {
    super();
  }

  get live(): FakeTrack[] {
    return this.tracks.filter(({ readyState }) => readyState === 'live');
  }

  getUserMedia({ audio }: MediaStreamConstraints): Promise<MediaStream> {
    const request = new Request(audio as MediaTrackConstraints, this);
    this.requests.push(request);
    if (!this.prompts) request.settle();
    return request.answer;
  }

  async enumerateDevices(): Promise<MediaDeviceInfo[]> {
    return this.devices.map(
      ({ deviceId, label, groupId }) =>
        ({
          kind: 'audioinput',
          deviceId,
          label: this.named ? label : '',
          groupId: groupId ?? '',
        }) as MediaDeviceInfo,
    );
  }

  /** From now on these are plugged in, and the browser says so. */
  plugs(...devices: FakeDevice[]): void {
    this.devices = devices;
    this.dispatchEvent(new Event('devicechange'));
  }
}

/** A browser's leave to use microphones. */
export class FakePermission extends EventTarget {
  state: PermissionState = 'prompt';

  becomes(state: PermissionState): void {
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }
}

/** Hears what the test says. */
export class FakeMeter implements Meter {
  closed = false;
  measures = true;
  constructor(public loud: number) {}
  db = (): number => this.loud;
  close(): void {
    this.closed = true;
  }
}
