import { createContext } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { Command, View } from '../protocol';
import type { ResumingAudioContext } from './audio-context.svelte';
import type { Circle } from './circle.svelte';
import type { Hearing } from './hearing.svelte';
import type { Microphone } from './microphone.svelte';
import type { Mine } from './microphone/mine.svelte';
import type { Output } from './output.svelte';
import type { SealShown } from './visit-seal.svelte';

/** This browser's own sound, which every part of the page has from the lobby on. */
export interface Devices {
  readonly microphone: Microphone;
  readonly audio: ResumingAudioContext;
  readonly output: Output;
}
export const [getDevices, setDevices] = createContext<Devices>();

/** How this person hears the circle, which everything inside of it has. */
export const [getHearing, setHearing] = createContext<Hearing>();

/** Whether this page seals the voices of the circle; null where it does not. */
export const [getSealed, setSealed] = createContext<() => SealShown | null>();

/** The circle, which every part of the room has. */
export interface Room {
  readonly circle: Circle;
  /** The newest view. */
  readonly view: View;
  /** One's own microphone, as one's control and one's seat tell of it. */
  readonly mine: Pick<Mine, 'situation' | 'says' | 'does' | 'lacks' | 'watch'>;
  /** Asks this. Whether it counts as a press of its own: else nothing was pressed, and what is open stays so. */
  ask(command: Command): boolean;
  /** Makes a button ask this, or do something else that asks it. While the answer is waited for it keeps the focus. */
  asks(command: Command, press?: () => void): Attachment<HTMLButtonElement>;
}
export const [getRoom, setRoom] = createContext<Room>();

export function roomOf(circle: Circle, view: () => View, mine: Room['mine']): Room {
  const ask = (command: Command): boolean => circle.ask(command);
  return {
    circle,
    mine,
    get view() {
      return view();
    },
    ask,
    asks(command, press = () => void ask(command)) {
      return (button) => {
        button.onclick = press;
        button.setAttribute('aria-busy', String(circle.asked.waitsFor(command)));
        if ('seen' in command) button.value = String(command.seen); // the step that it is meant for alone
      };
    },
  };
}
