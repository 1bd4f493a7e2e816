import type { fishbowl as en } from '../../en/circle/fishbowl';

/** A fishbowl: an inner circle that speaks while a case runs, and an outer one that listens. */
export const fishbowl: typeof en = {
  fishbowl: {
    outer: 'krąg zewnętrzny',
    listens: 'Słuchasz. Słychać krąg wewnętrzny.',
    sit_outside: 'Usiądź w kręgu zewnętrznym',
    sit_inside: 'Usiądź w kręgu wewnętrznym',
  },
};
