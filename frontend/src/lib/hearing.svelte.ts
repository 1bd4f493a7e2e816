import { Headphones } from './headphones.svelte';
import type { Output } from './output.svelte';
import { Playback } from './playback.svelte';
import { Volumes } from './volumes.svelte';

/** How this person hears the circle: where voices come out, how loud, and whether each from its own seat. */
export class Hearing {
  readonly playback: Playback;
  readonly volumes: Volumes;
  readonly headphones: Headphones;

  /** `circle` is this tab’s name for the circle, `whose` who has taken a seat of it, and from whom. */
  constructor(
    readonly output: Output,
    circle: string,
    whose?: (seat: number) => string | null | undefined,
  ) {
    this.playback = new Playback(output);
    this.volumes = new Volumes(circle, whose);
    this.headphones = new Headphones(output);
  }

  /** Within an effect: a headset that is not here is not worn, and once it is unplugged nothing sounds unasked. */
  follow(): void {
    const { held, state } = this.output;
    if (state === 'gone' || state === 'missing') this.headphones.worn = false;
    if (held) this.playback.hold();
    else this.playback.release();
  }

  close(): void {
    this.playback.close();
    this.headphones.close();
  }
}
