import type { View } from '../protocol';
import { isApart } from './told';
import type { SealShown } from './visit-seal.svelte';

/** The seats that speak in this person's room, and whose voices this page cannot open. */
export function unopenedHere(view: View, sealed: SealShown | null): number[] {
  const room = isApart(view);
  return view.seats
    .filter(({ voice, in_debrief }) => voice === 'heard' && in_debrief === room)
    .map(({ number }) => number)
    .filter((number) => sealed?.unopened.includes(number));
}
