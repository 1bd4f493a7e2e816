import { createContext } from 'svelte';
import type { Command, View } from '../protocol';
import type { AudioDoor } from './audio';
import type { Circle } from './circle.svelte';
import type { Hearing } from './hearing.svelte';
import type { Microphone } from './microphone.svelte';

/** This browser's own sound, which every part of the page has from the lobby on. */
export interface Devices {
  readonly microphone: Microphone;
  readonly audio: AudioDoor;
  readonly hearing: Hearing;
}
export const [getDevices, setDevices] = createContext<Devices>();

/** The circle, which every part of the room has. */
export interface Room {
  readonly circle: Circle;
  /** The newest view. */
  readonly view: View;
  ask(command: Command): void;
}
export const [getRoom, setRoom] = createContext<Room>();
