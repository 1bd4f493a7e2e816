import type { Frame } from '../protocol';

/** What a circle agrees on where nobody has chosen anything else: the beginning of each form that opens one. */
export const usualFrame = (): Frame => ({
  sentence: '',
  sit_back: 'enforced',
  offers_seen_by_all: false,
  digits_for_all: false,
  knocking: false,
  fishbowl: false,
});
