import { SvelteMap } from 'svelte/reactivity';
import { inTab } from './storage';

const FULL = 1;
const EVERYBODY = 0;

/** How loud each voice is here, from 0 to 1. Only this tab knows it; the server is never told. */
export class Volumes {
  readonly #chosen = new SvelteMap<number, number>();

  /** `circle` is this tab's name for the circle. */
  constructor(private readonly circle: string) {}

  get all(): number {
    return this.chosen(EVERYBODY);
  }

  set all(volume: number) {
    this.choose(EVERYBODY, volume);
  }

  /** What was chosen for this seat's voice alone. */
  chosen(seat: number): number {
    return this.#chosen.get(seat) ?? Number(inTab.get(this.#key(seat)) ?? FULL);
  }

  choose(seat: number, volume: number): void {
    this.#chosen.set(seat, volume);
    inTab.set(this.#key(seat), String(volume));
  }

  /** How loud this seat's voice sounds. */
  of(seat: number): number {
    return this.all * this.chosen(seat);
  }

  #key(seat: number): string {
    return `volume of seat ${seat} in ${this.circle}`;
  }
}

/** Whether this browser lets a page set a volume; some telephones leave it to their own buttons. */
export function volumeCanBeSet(): boolean {
  const probe = new Audio();
  probe.volume = 0.5;
  return probe.volume === 0.5;
}
