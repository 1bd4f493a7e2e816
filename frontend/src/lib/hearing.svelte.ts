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
    const element = new Audio(URL.createObjectURL(wav(softSound())));
    const over = (): void => {
      URL.revokeObjectURL(element.src);
      this.output.forget(element);
    };
    element.volume = this.volumes.all;
    element.onended = over;
    await this.output.lead(element);
    try {
      await element.play();
      return true;
    } catch {
      over();
      return false;
    }
  }

  close(): void {
    this.playback.close();
  }
}
