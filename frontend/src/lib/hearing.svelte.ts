import type { AudioDoor } from './audio';
import { Headphones } from './headphones.svelte';
import { Output } from './output.svelte';
import { Playback } from './playback.svelte';
import { softSound, wav } from './test-sound';
import { Volumes } from './volumes.svelte';

/** How this person hears the circle: where voices come out, how loud, and whether each from its own seat. */
export class Hearing {
  readonly output = new Output();
  readonly playback = new Playback(this.output);
  readonly volumes: Volumes;
  readonly headphones: Headphones;

  /** `circle` is this tab’s name for the circle. */
  constructor(audio: AudioDoor, circle: string) {
    this.volumes = new Volumes(circle);
    this.headphones = new Headphones(audio, this.output);
  }

  /** Plays a soft sound the way voices go; false where the browser does not let it. */
  async test(): Promise<boolean> {
    const url = URL.createObjectURL(wav(softSound()));
    const element = new Audio(url);
    element.volume = this.volumes.all;
    element.onended = () => {
      URL.revokeObjectURL(url);
      this.output.forget(element);
    };
    await this.output.lead(element);
    return element.play().then(
      () => true,
      () => false,
    );
  }

  close(): void {
    this.playback.close();
  }
}
