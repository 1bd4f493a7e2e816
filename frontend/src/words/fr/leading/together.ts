import type { together as en } from '../../en/leading/together';

export const together: typeof en = {
  together: {
    title: 'Co-leader',
    tell: 'Faire signe à l’autre leader',
    youSay: (signal) => `Vous\u00a0: ${signal}`,
    hint: 'Marquer qui ne s’est pas encore fait entendre',
    cards: 'Phrases à portée de main',
    show: 'Montrer ceci au cercle',
  },
};
