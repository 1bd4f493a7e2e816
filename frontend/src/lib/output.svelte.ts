import type { Choice } from './microphone/devices';
import { found, isBack, outputs, SYSTEM, unplugged, type Chosen } from './outputs';
import { inBrowser } from './storage';

/** Parts of the standards that TypeScript does not know yet. */
declare global {
  interface MediaDevices {
    selectAudioOutput?(): Promise<MediaDeviceInfo>;
  }
  interface AudioContext {
    readonly sinkId?: unknown;
    setSinkId?(id: string): Promise<void>;
  }
}

/** An audio element, or an AudioContext; not every browser lets it be led elsewhere. */
export interface Player {
  readonly sinkId?: unknown;
  setSinkId?: (id: string) => Promise<void>;
}

/**
 * What the person is told of where voices come out. `missing`: what was chosen is not here, and the system chooses.
 * `gone`: what played has been unplugged, and nothing plays until it is back or the person says so.
 */
export type OutputState = 'plays' | 'missing' | 'gone';

const ID_KEY = 'sound output';
const LABEL_KEY = 'name of sound output';
/** So long the list of devices is waited for before what is supposed of it counts. */
const SUPPOSES_MS = 500;

/** The headphones or loudspeakers by which this person hears the circle. */
export class Output {
  state = $state<OutputState>('plays');
  #there = $state.raw<Chosen[]>([]);
  chosen = $state.raw<Chosen>(remembered());
  /** The name of what is missing or gone. */
  lost = $state('');
  /** The name of what was asked for last, where it could not be had: whatever was so before is so still. */
  refused = $state<string | null>(null);
  readonly #sounding = new Set<Player>();
  /** The id of the microphone that this person has used last: a headset may be known by it alone. */
  #microphone = '';
  #known: readonly MediaDeviceInfo[] = [];
  /** What would be listed if what seems to have been pulled out has been. It counts until the list is read, or where none is. */
  #supposed = $state.raw<readonly MediaDeviceInfo[]>();
  #gone: MediaDeviceInfo | undefined;
  #choosing: Promise<void> = Promise.resolve();
  #wanted: Chosen = this.chosen;

  /** Whether this browser lets a page choose at all. */
  get choosable(): boolean {
    return 'setSinkId' in HTMLMediaElement.prototype;
  }

  /** Whether nothing may play: what played is gone, or supposed to be. */
  get held(): boolean {
    return this.state === 'gone' || this.#supposed !== undefined;
  }

  /** The id of what plays. What is gone is to be led to anew once it is back: a browser takes it for the same. */
  get sink(): string {
    return this.state === 'plays' ? this.chosen.id : SYSTEM.id;
  }

  /** What can be chosen beside the system's own choice, as far as the browser tells; with what was, here or not. */
  get choices(): Chosen[] {
    const { chosen } = this;
    const extra = chosen.id && !this.#there.some(({ id }) => id === chosen.id);
    return extra ? [...this.#there, chosen] : this.#there;
  }

  /** Whether the browser asks the person itself which it should be. */
  get asks(): boolean {
    return this.choosable && typeof navigator.mediaDevices?.selectAudioOutput === 'function';
  }

  /** From now on this sounds where the person chose, until it is forgotten. */
  async lead(sounding: Player): Promise<void> {
    this.#sounding.add(sounding);
    await setSink(sounding, this.sink).catch(() => this.#misses());
  }

  forget(sounding: Player): void {
    this.#sounding.delete(sounding);
  }

  /** The person's choice. Of several in quick succession the last one holds. */
  choose(chosen: Chosen): Promise<void> {
    this.#wanted = chosen;
    return (this.#choosing = this.#choosing.then(() => this.#choose(chosen)));
  }

  /** Lets the browser ask the person, who may also close the question. */
  async ask(): Promise<void> {
    const device = await navigator.mediaDevices.selectAudioOutput?.().catch(() => undefined);
    if (!device) return;
    await this.choose({ id: device.deviceId, label: device.label });
    await this.refresh();
  }

  /** This person's microphone is this one now, or none. Only with one may a browser name the devices. */
  async knowsMicrophone(now: Choice | null): Promise<void> {
    if (now) this.#microphone = now.id;
    await this.refresh();
  }

  /**
   * It has ended by itself and is supposed to be pulled out until the list is read. Firefox waits with that for the focus; so
   * the supposition soon counts, for nobody is to wonder why nothing plays.
   */
  async microphoneEnded(): Promise<void> {
    const others = this.#known.filter(({ deviceId }) => deviceId !== this.#microphone);
    if (this.#unplugged(others)) {
      this.#supposed = others;
      setTimeout(() => this.#supposed && void this.#compare(this.#supposed), SUPPOSES_MS);
    }
    await this.refresh();
  }

  /** The list of devices has changed, or may be read now. */
  async refresh(): Promise<void> {
    const listed = await navigator.mediaDevices?.enumerateDevices().catch(() => undefined);
    const now = listed ?? this.#supposed;
    if (now) await this.#compare(now);
  }

  #unplugged(now: readonly MediaDeviceInfo[]): MediaDeviceInfo | undefined {
    const sounds = this.#sounding.size > 0 && this.state !== 'gone';
    return sounds ? unplugged(this.#known, now, this.chosen, this.#microphone) : undefined;
  }

  async #compare(now: readonly MediaDeviceInfo[]): Promise<void> {
    const gone = this.#unplugged(now);
    this.#supposed = undefined;
    this.#known = now;
    this.#there = outputs(now).map(({ deviceId, label }) => ({ id: deviceId, label }));
    if (gone) {
      this.#gone = gone;
      this.lost = gone.label;
      this.state = 'gone';
    } else if (this.state === 'gone' || this.state === 'missing') await this.#takeUp(now);
  }

  async #choose(chosen: Chosen): Promise<void> {
    if (chosen !== this.#wanted) return;
    const all = [...this.#sounding];
    try {
      await Promise.all(all.map((sounding) => setSink(sounding, chosen.id)));
    } catch {
      await Promise.allSettled(all.map((sounding) => setSink(sounding, this.sink)));
      this.refused = chosen.label;
      return;
    }
    this.chosen = chosen;
    this.state = 'plays';
    this.refused = null;
    inBrowser.set(ID_KEY, chosen.id);
    inBrowser.set(LABEL_KEY, chosen.label);
    await Promise.all([...this.#sounding].map((sounding) => this.lead(sounding))); // some have come meanwhile
  }

  /** What was missing or gone may be here again. */
  async #takeUp(devices: readonly MediaDeviceInfo[]): Promise<void> {
    if (this.chosen.id === SYSTEM.id) {
      if (this.#gone && isBack(devices, this.#gone)) this.state = 'plays';
      return;
    }
    const device = found(devices, this.chosen);
    if (device) await this.choose({ id: device.deviceId, label: device.label });
  }

  /** What was chosen cannot be had: the system's is heard instead, and the person is told. */
  #misses(): void {
    if (this.chosen.id === SYSTEM.id || this.state === 'gone' || this.state === 'missing') return;
    this.lost = this.chosen.label;
    this.state = 'missing';
    void this.refresh();
  }
}

/** Leads it there; throws where that is not possible. */
export async function setSink(sounding: Player, id: string): Promise<void> {
  if (sounding.setSinkId && sounding.sinkId !== id) await sounding.setSinkId(id);
}

function remembered(): Chosen {
  return {
    id: inBrowser.get(ID_KEY) ?? SYSTEM.id,
    label: inBrowser.get(LABEL_KEY) ?? SYSTEM.label,
  };
}
