import type { View } from '../protocol';
import { mySeat } from './told';
import type { SealShown } from './visit-seal.svelte';

/** The seats that speak in this person's room, and whose voices this page cannot open. */
export function unopenedHere(view: View, sealed: SealShown | null): number[] {
  const room = mySeat(view)?.in_debrief ?? false;
  return view.seats
    .filter(({ voice, in_debrief }) => voice === 'heard' && in_debrief === room)
    .map(({ number }) => number)
    .filter((number) => sealed?.unopened.includes(number));
}
