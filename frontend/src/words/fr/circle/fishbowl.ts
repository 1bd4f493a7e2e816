import type { fishbowl as en } from '../../en/circle/fishbowl';

export const fishbowl: typeof en = {
  fishbowl: {
    outer: 'cercle extérieur',
    listens: 'Vous écoutez. On entend le cercle intérieur.',
    sit_outside: 'S’asseoir dans le cercle extérieur',
    sit_inside: 'S’asseoir dans le cercle intérieur',
  },
};
