import { inTab } from './storage';

const FULL = 1;
const EVERYBODY = 0;

/** How loud each voice is here, from 0 to 1. Only this tab knows it; the server is never told. */
export class Volumes {
  #chosen: Readonly<Record<string, number>> = $state.raw({});

  /** `circle` is this tab's name for the circle. `whose` names who has taken a seat from whom: a volume is not for the next one (D9). */
  constructor(
    private readonly circle: string,
    private readonly whose: (seat: number) => string | null | undefined = () => null,
  ) {}

  get all(): number {
    return this.chosen(EVERYBODY);
  }

  set all(volume: number) {
    this.choose(EVERYBODY, volume);
  }

  /** What was chosen for this seat's voice alone. */
  chosen(seat: number): number {
    const key = this.#key(seat);
    return this.#chosen[key] ?? Number(inTab.get(key) ?? FULL);
  }

  choose(seat: number, volume: number): void {
    const key = this.#key(seat);
    this.#chosen = { ...this.#chosen, [key]: volume };
    inTab.set(key, String(volume));
  }

  /** How loud this seat's voice sounds. */
  of(seat: number): number {
    return this.all * this.chosen(seat);
  }

  #key(seat: number): string {
    const whose = this.whose(seat);
    return `volume of seat ${seat}${whose ? ` of ${whose}` : ''} in ${this.circle}`;
  }
}

/** Whether this browser lets a page set a volume; some telephones leave it to their own buttons. */
export function volumeCanBeSet(): boolean {
  const probe = new Audio();
  probe.volume = 0.5;
  return probe.volume === 0.5;
}
