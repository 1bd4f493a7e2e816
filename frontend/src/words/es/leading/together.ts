import type { together as en } from '../../en/leading/together';

export const together: typeof en = {
  together: {
    title: 'Coordinación en pareja',
    tell: 'Decir a quien coordina conmigo',
    youSay: (signal: string) => `Tú: ${signal}`,
    hint: 'Marcar a quien aún no ha hablado',
    cards: 'Frases a mano',
    show: 'Mostrar esto al círculo',
  },
};
