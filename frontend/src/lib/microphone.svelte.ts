/** `absent`: none is plugged in, or it has gone. `forbidden`: the browser or the person said no. */
export type MicrophoneState = 'unused' | 'asking' | 'ready' | 'absent' | 'forbidden';

/** This person's microphone: asked for once, kept through lost lines, and let go of on leaving. */
export class Microphone {
  state = $state<MicrophoneState>('unused');
  stream = $state.raw<MediaStream | null>(null);
  devices = $state.raw<MediaDeviceInfo[]>([]);
  chosen = $state('');

  /** Asks for the chosen microphone, or the usual one. Does nothing while one is ready. */
  async open(): Promise<void> {
    if (this.state === 'ready' || this.state === 'asking') return;
    this.state = 'asking';
    const device = this.chosen ? { deviceId: { ideal: this.chosen } } : {};
    const audio = {
      ...device,
      echoCancellation: true,
      noiseSuppression: true,
      autoGainControl: true,
    };
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio });
      if (this.state !== 'asking') return stop(stream);
      this.#take(stream);
    } catch (error) {
      this.state =
        error instanceof DOMException && error.name === 'NotFoundError' ? 'absent' : 'forbidden';
      return;
    }
    await this.refresh();
  }

  async choose(deviceId: string): Promise<void> {
    this.chosen = deviceId;
    this.close();
    await this.open();
  }

  close(): void {
    if (this.stream) stop(this.stream);
    this.stream = null;
    this.state = 'unused';
  }

  /** The list of microphones has changed; one that was missing is taken up as soon as it is there. */
  async refresh(): Promise<void> {
    const all = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
    this.devices = all.filter((device) => device.kind === 'audioinput' && device.deviceId);
    if (this.state === 'absent' && this.devices.length > 0) await this.open();
  }

  /** Watches microphones being plugged in and out until the returned function is called. */
  watch(): () => void {
    const refresh = (): void => void this.refresh();
    navigator.mediaDevices?.addEventListener('devicechange', refresh);
    return () => navigator.mediaDevices?.removeEventListener('devicechange', refresh);
  }

  #take(stream: MediaStream): void {
    const track = stream.getAudioTracks()[0]!;
    track.enabled = false;
    track.onended = () => this.#gone();
    this.stream = stream;
    this.chosen = track.getSettings().deviceId ?? this.chosen;
    this.state = 'ready';
  }

  #gone(): void {
    this.stream = null;
    this.chosen = '';
    this.state = 'unused';
    void this.open();
  }
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
