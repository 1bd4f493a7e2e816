import type { together as en } from '../../en/leading/together';

export const together: typeof en = {
  together: {
    title: 'Cofacilitação',
    tell: 'Dizer a quem cofacilita',
    youSay: (signal) => `Eu: ${signal}`,
    hint: 'Assinalar quem está ainda por ouvir',
    cards: 'Frases à mão',
    show: 'Mostrar isto ao círculo',
  },
};
