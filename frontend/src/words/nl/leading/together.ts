import type { together as en } from '../../en/leading/together';

export const together: typeof en = {
  together: {
    title: 'Cobegeleider',
    tell: 'Mijn cobegeleider laten weten',
    youSay: (signal) => `Jij: ${signal}`,
    hint: 'Tonen wie nog niet gehoord is',
    cards: 'Zinnen bij de hand',
    show: 'Aan de kring tonen',
  },
};
