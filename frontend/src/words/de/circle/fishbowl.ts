import type { fishbowl as en } from '../../en/circle/fishbowl';

export const fishbowl: typeof en = {
  fishbowl: {
    outer: 'Außenkreis',
    listens: 'Sie hören zu. Zu hören ist der Innenkreis.',
    sit_outside: 'In den Außenkreis setzen',
    sit_inside: 'In den Innenkreis setzen',
  },
};
