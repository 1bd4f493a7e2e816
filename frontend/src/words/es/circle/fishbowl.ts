import type { fishbowl as en } from '../../en/circle/fishbowl';

/** A fishbowl: an inner circle that speaks while a case runs, and an outer one that listens. */
export const fishbowl: typeof en = {
  fishbowl: {
    outer: 'círculo exterior',
    listens: 'Escuchas. Se oye al círculo interior.',
    sit_outside: 'Ir al círculo exterior',
    sit_inside: 'Ir al círculo interior',
  },
};
