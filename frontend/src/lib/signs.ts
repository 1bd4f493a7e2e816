import type { SeatView } from '../protocol';
import type { CircleWords } from './circle-words';
import type { IconName } from './icons';

/** Where a person is, to whoever looks: in the other room, or in the outer circle. */
export interface Relation {
  apart: boolean;
  outer: boolean;
}

/** The one thing that is said beside a name: what matters most just now, or nothing. */
export function signOf(seat: SeatView, { apart, outer }: Relation, words: CircleWords): string {
  if (seat.presence !== 'here') return words.presence[seat.presence];
  if (apart) return seat.in_debrief ? words.circle.inDebrief : words.circle.lingering;
  if (seat.sound === 'no_sound') return words.circle.noSound;
  if (seat.wishes) return words.circle.wishes;
  if (seat.news) return words.news.sign;
  if (seat.offer !== 'none') return words.circle.offer[seat.offer];
  if (seat.asked) return words.circle.asked;
  return outer ? words.fishbowl.outer : '';
}

/** The drawing at a face: what this person would like, each with its own; null where there is nothing. */
export function requestOf(seat: SeatView): IconName | null {
  if (seat.wishes) return 'wish';
  if (seat.news) return 'news';
  return seat.offer === 'standing' || seat.asked ? 'case' : null;
}
