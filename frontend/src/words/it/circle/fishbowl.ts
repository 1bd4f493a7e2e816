import type { fishbowl as en } from '../../en/circle/fishbowl';

/** A fishbowl: an inner circle that speaks while a case runs, and an outer one that listens. */
export const fishbowl: typeof en = {
  fishbowl: {
    outer: 'cerchio esterno',
    listens: 'Ascolti. Si sente il cerchio interno.',
    sit_outside: 'Siedi nel cerchio esterno',
    sit_inside: 'Siedi nel cerchio interno',
  },
};
