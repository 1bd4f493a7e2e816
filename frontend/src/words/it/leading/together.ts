import type { together as en } from '../../en/leading/together';

export const together: typeof en = {
  together: {
    title: 'Co-conduzione',
    tell: 'Dillo a chi conduce con te',
    youSay: (signal: string) => `Tu: ${signal}`,
    hint: 'Segna le voci non ancora sentite',
    cards: 'Frasi a portata di mano',
    show: 'Mostra al cerchio',
  },
};
