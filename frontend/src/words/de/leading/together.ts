import type { together as en } from '../../en/leading/together';

export const together: typeof en = {
  together: {
    title: 'Co-Leitung',
    tell: 'Der Co-Leitung sagen',
    youSay: (signal) => `Sie: ${signal}`,
    hint: 'Zeigen, wer noch nicht zu hören war',
    cards: 'Sätze zur Hand',
    show: 'Dem Kreis zeigen',
  },
};
