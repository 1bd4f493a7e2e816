import type { fishbowl as en } from '../../en/circle/fishbowl';

export const fishbowl: typeof en = {
  fishbowl: {
    outer: 'buitenkring',
    listens: 'Je luistert. De binnenkring wordt gehoord.',
    sit_outside: 'In de buitenkring gaan zitten',
    sit_inside: 'In de binnenkring gaan zitten',
  },
};
