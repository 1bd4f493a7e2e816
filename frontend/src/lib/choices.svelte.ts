import { announcer, isHowMuch, type HowMuch } from './announcer.svelte';
import { readSettings, type ShortcutSettings } from './shortcuts';
import { inBrowser } from './storage';

const SHORTCUTS = 'shortcuts';
const HOW_MUCH = 'announcements';

/** What a person has chosen for their keys and for what they are told, for this browser where it keeps anything. */
class Choices {
  #shortcuts = $state.raw(readSettings(inBrowser.get(SHORTCUTS)));

  constructor() {
    const kept = inBrowser.get(HOW_MUCH);
    if (isHowMuch(kept)) announcer.howMuch = kept;
  }

  get shortcuts(): ShortcutSettings {
    return this.#shortcuts;
  }

  set shortcuts(settings: ShortcutSettings) {
    this.#shortcuts = settings;
    inBrowser.set(SHORTCUTS, JSON.stringify(settings));
  }

  get howMuch(): HowMuch {
    return announcer.howMuch;
  }

  set howMuch(howMuch: HowMuch) {
    announcer.howMuch = howMuch;
    inBrowser.set(HOW_MUCH, howMuch);
  }
}

export const choices = new Choices();
