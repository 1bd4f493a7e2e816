import type { SeatView, View } from '../protocol';

/** The seats with these numbers, in the order of the ring. */
export const seatsAt = (view: View, numbers: readonly number[]): SeatView[] =>
  view.seats.filter(({ number }) => numbers.includes(number));

/** The same without my own. */
export const othersAt = (view: View, numbers: readonly number[]): SeatView[] =>
  seatsAt(view, numbers).filter(({ number }) => number !== view.you.number);
